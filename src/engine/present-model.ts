import { isPlanwrightError } from '../base/planwright-error.ts'
import { fileSha256 } from '../language-models/file-checksum.ts'
import { readGgufHeader } from '../language-models/gguf-header.ts'
import type { ModelFile } from './loaded-models.ts'
import type { PresentStamp } from './run-drift.ts'

/** A model's file as it is here now, read anew where it has changed; undefined where there is none. */
export async function presentModel(
  modelId: string,
  { findModel }: { findModel: (id: string) => Promise<ModelFile> },
): Promise<PresentStamp['model']> {
  try {
    const { file } = await findModel(modelId)
    const reading = await readGgufHeader(file)
    if (reading.status !== 'read') return undefined
    return { sha256: await fileSha256(file), quantization: reading.header.quantization }
  } catch (error) {
    const isGone = isPlanwrightError(error) ? error.code === 'not-found' : error instanceof Error && 'code' in error
    if (isGone) return undefined
    throw error
  }
}
