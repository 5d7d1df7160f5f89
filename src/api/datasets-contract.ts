import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { datasetSchema } from '../planning/dataset.ts'

/** A problem of a dataset without what its answers are held against. */
const problemSchema = z.object({
  position: z.int().min(0),
  id: z.string(),
  task: z.string(),
  level: z.string(),
  text: z.string(),
  /** Whether its answers can be judged, not only be held against the model's own facts. */
  isJudged: z.boolean(),
})

export const datasetProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('composed'), done: z.int(), of: z.int() }),
  z.object({ type: z.literal('added'), dataset: datasetSchema }),
])

export const datasetsContract = {
  list: oc.output(z.array(datasetSchema)),
  problems: oc
    .input(
      z.object({ datasetId: z.string(), from: z.int().min(0).default(0), count: z.int().min(1).max(500).default(200) }),
    )
    .output(z.array(problemSchema)),
  /** A file of NATURAL PLAN's JSON or of JSON Lines. */
  import: oc
    .input(z.object({ name: z.string().min(1).max(200), text: z.string().max(200_000_000) }))
    .output(datasetSchema),
  /** Problems that somebody wrote; nobody has stated formally what they ask for. */
  write: oc
    .input(
      z.object({ name: z.string().min(1).max(200), texts: z.array(z.string().min(1).max(40_000)).min(1).max(10_000) }),
    )
    .output(datasetSchema),
  /** Composes problems in phrasings that no model was trained on; ends in `added`. */
  generate: oc
    .input(z.object({ kind: z.string(), count: z.int().min(1).max(10_000), seed: z.int().min(0).max(1_000_000) }))
    .output(eventIterator(datasetProgressSchema)),
}
