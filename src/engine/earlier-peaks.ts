import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const peakSchema = z.object({ bytes: z.number(), measure: z.string() })
export type PeakMemory = z.infer<typeof peakSchema>

const reportSchema = z.object({ models: z.array(z.object({ model: z.string(), peakMemory: peakSchema.nullable() })) })

/** What an earlier part of the same evaluation needed, by model; nothing where there is no report that can be read. */
export async function earlierPeaks(folder: string): Promise<Map<string, PeakMemory>> {
  try {
    const { models } = reportSchema.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')))
    return new Map(models.flatMap(({ model, peakMemory }) => (peakMemory === null ? [] : [[model, peakMemory]])))
  } catch {
    // A report is made anew each time; the old one is worth this and no more.
    return new Map()
  }
}
