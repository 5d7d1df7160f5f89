import { z } from 'zod'

/** Where the problems of a dataset come from. */
export const datasetOriginSchema = z.enum(['examples', 'generated', 'imported', 'own'])
export type DatasetOrigin = z.infer<typeof datasetOriginSchema>

/** Problems under a name. What is in it never changes: comparisons rest on it. */
export const datasetSchema = z.object({
  datasetId: z.string(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  name: z.string().min(1).max(200),
  origin: datasetOriginSchema,
  problems: z.int().min(0),
})
export type Dataset = z.infer<typeof datasetSchema>

/** A problem of a dataset. */
export const datasetProblemSchema = z.object({
  id: z.string().max(200),
  /** A domain's id, `not-a-problem`, or `auto` where it is not known. */
  task: z.string(),
  /** How complex it is: "3 people, 1 day". */
  level: z.string(),
  text: z.string(),
  /** What its answers are held against, as its reader understands it; absent where nobody has stated it. */
  reference: z.unknown().optional(),
})
export type DatasetProblem = z.infer<typeof datasetProblemSchema>
