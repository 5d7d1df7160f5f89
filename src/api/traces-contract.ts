import { oc } from '@orpc/contract'
import { z } from 'zod'
import { traceSpansSchema } from './trace-span.ts'

/** What came of sending a trace; `message` and `wayOut` are sentences for people, `address` is where it went. */
export const pushOutcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('accepted'), address: z.string() }),
  z.object({
    status: z.literal('partly-accepted'),
    address: z.string(),
    rejectedSpans: z.number(),
    message: z.string(),
  }),
  z.object({
    status: z.literal('refused'),
    address: z.string(),
    httpStatus: z.number(),
    message: z.string(),
    wayOut: z.string().optional(),
  }),
  z.object({
    status: z.literal('unreachable'),
    address: z.string(),
    message: z.string(),
    wayOut: z.string().optional(),
  }),
])
export type PushOutcome = z.infer<typeof pushOutcomeSchema>

const importedTraceSchema = z.object({
  traceId: z.string(),
  /** The program that wrote it, where it says so. */
  service: z.string().or(z.undefined()),
  spans: traceSpansSchema,
})
export type ImportedTrace = z.infer<typeof importedTraceSchema>

/** UTF-16 length of a file that is read. */
export const mostImportedLetters = 50 * 1024 * 1024

export const tracesContract = {
  /** Reads OTLP JSON Lines, ours or another program's; nothing of it is kept. Lines of other signals are skipped. */
  import: oc
    .input(z.object({ text: z.string().max(mostImportedLetters) }))
    .output(z.object({ traces: z.array(importedTraceSchema).readonly(), skippedLines: z.int() })),
}
