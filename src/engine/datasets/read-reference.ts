import { z } from 'zod'
import { readDataset } from '../../evaluation/dataset-file.ts'
import type { Sample } from '../../evaluation/sample.ts'
import type { DatasetProblem } from '../../planning/dataset.ts'
import { readGeneratedSample } from '../generated-samples.ts'

const fileSchema = z.object({ kind: z.literal('file'), text: z.string() })

/** What answers to a problem are held against; undefined where nobody has stated it, or not in a way that is understood. */
export function readReference({ id, reference }: DatasetProblem): Sample | undefined {
  if (reference === undefined) return undefined
  const file = fileSchema.safeParse(reference).data
  if (file === undefined) return readGeneratedSample(reference)
  try {
    return readDataset(id, file.text)[0]
  } catch {
    return undefined
  }
}
