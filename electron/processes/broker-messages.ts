import { z } from 'zod'

const id = z.int().min(0)

/** What the engine's process asks of the main process, which alone may start processes. */
export const brokerRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('process-start'),
    id,
    /** A file: URL. */
    module: z.string(),
    name: z.string(),
    env: z.record(z.string(), z.string()),
  }),
  z.object({ type: z.literal('process-send'), id, message: z.unknown() }),
  z.object({ type: z.literal('process-kill'), id }),
])
export type BrokerRequest = z.infer<typeof brokerRequestSchema>

/** What the main process tells of the processes that it started. */
export const brokerNoticeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('process-started'), id, pid: z.int() }),
  z.object({ type: z.literal('process-message'), id, message: z.unknown() }),
  z.object({ type: z.literal('process-exit'), id, code: z.int().nullable() }),
])
export type BrokerNotice = z.infer<typeof brokerNoticeSchema>
