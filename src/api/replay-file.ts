import { z } from 'zod'
import { becauseSchema } from '../planning/because.ts'
import { runEventSchema } from '../planning/run-event.ts'

/** The data of a replay file: one run with its reasons, without tokens, prompts and program. */
export const replaySchema = z.object({
  form: z.literal(1),
  /** Of Planwright. */
  version: z.string(),
  runId: z.string(),
  events: z.array(runEventSchema),
  /** Each fact of the formalization in plain words. */
  readings: z.array(z.string()),
  because: becauseSchema,
})
export type Replay = z.infer<typeof replaySchema>

/** Where the page keeps it: an element without text, which the engine fills. */
export const replayElementId = 'replay'
export const emptyReplayElement = `<script id="${replayElementId}" type="application/json"></script>`
