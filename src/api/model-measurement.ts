import { z } from 'zod'
import { failureSchema } from './failure.ts'

/** How a model did on the fixed held-out problems, on one machine. */
export const modelMeasurementSchema = z.object({
  sha256: z.string(),
  modelId: z.string(),
  quantization: z.string(),
  /** Of the file, to know it again before all of it was read. */
  sizeBytes: z.number(),
  modifiedMs: z.number(),
  /** Processor and its threads. */
  machine: z.string(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  planwright: z.string(),
  /** Which problems: measurements of other ones are not to be compared with. */
  problems: z.string(),
  count: z.int().min(1),
  /** Valid and best plans, or rightly none. */
  correct: z.int().min(0),
  /** 95% interval of the share of correct ones, 0 to 1. */
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  byDomain: z.array(z.object({ domain: z.string(), count: z.int().min(1), correct: z.int().min(0) })),
  /** Tokens that it wrote for each second that it translated, its reading of the prompts included; the first problem left out. */
  tokensPerSecond: z.number().min(0),
  /** From the text to the checked plan. */
  medianMs: z.number().min(0),
  /** Of its process, at most; null where it has none of its own. */
  peakMemoryBytes: z.number().min(0).nullable(),
})
export type ModelMeasurement = z.infer<typeof modelMeasurementSchema>

export const measureProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('composing'), done: z.int(), of: z.int() }),
  z.object({ type: z.literal('loading'), stage: z.string(), fraction: z.number() }),
  z.object({ type: z.literal('problem'), done: z.int(), of: z.int(), correct: z.int() }),
  z.object({ type: z.literal('measured'), measurement: modelMeasurementSchema }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
])
export type MeasureProgress = z.infer<typeof measureProgressSchema>

/** One quantization of a model. */
export const ladderRungSchema = z.object({
  modelId: z.string(),
  quantization: z.string(),
  sizeBytes: z.number(),
  /** The newest one made on this machine with this file; null where there is none. */
  measurement: modelMeasurementSchema.nullable(),
})
export type LadderRung = z.infer<typeof ladderRungSchema>
