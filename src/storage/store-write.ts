import { z } from 'zod'
import { runCellSchema } from '../planning/cell.ts'
import { comparisonSchema, comparisonStateSchema, jobSchema } from '../planning/comparison.ts'
import { datasetProblemSchema, datasetSchema } from '../planning/dataset.ts'
import { promptVersionSchema } from '../planning/prompt-version.ts'
import { runEventSchema } from '../planning/run-event.ts'

/** All that is ever written into the store; also what one process asks another to write. */
export const storeWriteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), runId: z.string(), events: z.array(runEventSchema) }),
  /** JSON, or null to take the setting back. */
  z.object({
    kind: z.literal('setting'),
    name: z.string().min(1).max(200),
    json: z.string().max(1_000_000).nullable(),
  }),
  z.object({ kind: z.literal('prompt-version'), version: promptVersionSchema }),
  z.object({ kind: z.literal('dataset'), dataset: datasetSchema, problems: z.array(datasetProblemSchema) }),
  z.object({ kind: z.literal('comparison'), comparison: comparisonSchema }),
  z.object({ kind: z.literal('comparison-state'), comparisonId: z.string(), state: comparisonStateSchema }),
  z.object({ kind: z.literal('comparison-bin'), comparisonId: z.string(), isBinned: z.boolean() }),
  z.object({ kind: z.literal('job-start'), job: jobSchema, runId: z.string() }),
  z.object({ kind: z.literal('job-end'), job: jobSchema, cell: runCellSchema }),
])
export type StoreWrite = z.infer<typeof storeWriteSchema>
