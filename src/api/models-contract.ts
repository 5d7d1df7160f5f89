import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { failureSchema } from './failure.ts'
import { modelDetailsSchema } from './model-details.ts'
import { ladderRungSchema, measureProgressSchema } from './model-measurement.ts'

/** A language model that can be chosen. */
export const modelEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  file: z.string(),
  quantization: z.string(),
  parameters: z.number(),
  sizeBytes: z.number(),
  contextTokens: z.number(),
  memoryBytes: z.number(),
  /** It comes with Planwright. */
  shipped: z.boolean(),
  /** Too large for a small machine: above 8 billion parameters or 4 GB. */
  beyondEdge: z.literal(true).optional(),
  /** The one that is taken where none is named. */
  isDefault: z.literal(true).optional(),
  /** Why it can't be loaded, where that is known. */
  problem: z.string().optional(),
})
export type ModelEntry = z.infer<typeof modelEntrySchema>

/** A model that is in memory. */
export const loadedModelSchema = z.object({
  id: z.string(),
  /** The window of one request. */
  contextTokens: z.number(),
  backend: z.string(),
  /** Milliseconds since the epoch. */
  sinceMs: z.number(),
  /** Of its process, as the system counts it now; null where it has none of its own. */
  memoryBytes: z.number().nullable(),
  warnings: z.array(z.string()),
})
export type LoadedModelEntry = z.infer<typeof loadedModelSchema>

export const loadProgressSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    stage: z.enum(['checking', 'checksum', 'loading', 'calibrating']),
    /** Of the stage, 0 to 1. */
    fraction: z.number(),
  }),
  z.object({ type: z.literal('loaded'), model: loadedModelSchema }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
])
export type LoadEvent = z.infer<typeof loadProgressSchema>

export const addedModelSchema = z.object({
  modelId: z.string(),
  /** `present`: the very same file was there already. */
  how: z.enum(['cloned', 'linked', 'copied', 'received', 'present']),
})
export type AddedModel = z.infer<typeof addedModelSchema>

export const addProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), doneBytes: z.number(), totalBytes: z.number() }),
  z.object({ type: z.literal('added'), model: addedModelSchema }),
  z.object({ type: z.literal('failed'), failure: failureSchema }),
])
export type AddEvent = z.infer<typeof addProgressSchema>

/** A model that was removed and can be put back; `key` is its place in the bin. */
export const binnedModelSchema = z.object({
  key: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  removedMs: z.number(),
})
export type BinnedModel = z.infer<typeof binnedModelSchema>

const named = z.object({ modelId: z.string().max(4096) })
/** A file's own name, without a folder. */
const fileName = z.string().min(1).max(255)
const contextTokens = z.int().min(1).max(10_000_000).optional()

export const modelsContract = {
  list: oc.output(z.array(modelEntrySchema)),
  /** What its header says and what loading it would take, without loading it. */
  details: oc.input(named.extend({ contextTokens })).output(modelDetailsSchema),
  /** The quantizations of the same model that are here, the smallest first. */
  ladder: oc.input(named).output(z.array(ladderRungSchema)),
  /** Takes in a GGUF file of this machine: it is checked first, and never lies under its name in part. */
  add: oc
    .input(z.object({ file: z.string().min(1).max(4096), name: fileName.optional() }))
    .output(eventIterator(addProgressSchema)),
  /** Whether a file of this name and size could be sent; null where it could. */
  refusal: oc
    .input(z.object({ name: fileName, sizeBytes: z.number().min(0) }))
    .output(z.object({ failure: failureSchema.nullable() })),
  /** Ends with `loaded` or `failed`; leaving before gives the load up, where nobody else waits for it. */
  load: oc.input(named.extend({ contextTokens })).output(eventIterator(loadProgressSchema)),
  /** What it has under way ends in an error. */
  unload: oc.input(named).output(z.object({})),
  loaded: oc.output(z.array(loadedModelSchema)),
  /** Null: the first that comes with Planwright. */
  setDefault: oc.input(z.object({ modelId: z.string().max(4096).nullable() })).output(z.object({})),
  /** Puts a user's own model into the bin. */
  remove: oc.input(named).output(z.object({ key: z.string() })),
  bin: oc.output(z.array(binnedModelSchema)),
  putBack: oc.input(z.object({ key: z.string().max(100) })).output(z.object({ modelId: z.string() })),
  /** Lets it solve the fixed held-out problems; what it finds is kept. */
  measure: oc.input(named).output(eventIterator(measureProgressSchema)),
}
