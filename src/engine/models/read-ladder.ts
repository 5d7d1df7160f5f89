import type { LadderRung } from '../../api/model-measurement.ts'
import { type CatalogueEntry, readCatalogue } from '../../language-models/catalogue.ts'
import { knownSha256 } from '../../language-models/file-checksum.ts'
import { measurementOf, readMeasurements } from './measurement-store.ts'

/** Whether two files are quantizations of one model: the same shape and, but for the quantization in it, the same name. */
export function isSameModel(one: CatalogueEntry, other: CatalogueEntry): boolean {
  const plainName = ({ name, quantization }: CatalogueEntry) =>
    name
      .toLowerCase()
      .replace(/\.gguf$/, '')
      .replace(quantization.toLowerCase(), '')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return (
    one.architecture === other.architecture &&
    one.parameters === other.parameters &&
    plainName(one) === plainName(other)
  )
}

/** The quantizations of a model that are here, the smallest first, each with what was measured of it on this machine. */
export async function readLadder(home: string, entry: CatalogueEntry): Promise<LadderRung[]> {
  const { models } = await readCatalogue({ home })
  const same = models.filter((one) => isSameModel(one, entry))
  const rungs = same.some(({ file }) => file === entry.file) ? same : [...same, entry]
  const measurements = await readMeasurements(home)
  const all = rungs.map(async ({ expectedSha256, file, id, quantization, sizeBytes }) => {
    const sha256 = expectedSha256 ?? (await knownSha256(file))
    return { modelId: id, quantization, sizeBytes, measurement: await measurementOf(measurements, { file, sha256 }) }
  })
  return (await Promise.all(all)).sort((left, right) => left.sizeBytes - right.sizeBytes)
}
