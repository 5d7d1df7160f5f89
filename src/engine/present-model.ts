import type { ModelEntry } from '../api/models-contract.ts'
import { isPlanwrightError } from '../base/planwright-error.ts'
import { fileSha256 } from '../language-models/file-checksum.ts'
import type { ModelFile } from './loaded-models.ts'
import type { PresentStamp } from './run-drift.ts'

/** A model's file as it is here now, read anew where it has changed; undefined where there is none. */
export async function presentModel(
  modelId: string,
  {
    findModel,
    listModels,
  }: { findModel: (id: string) => Promise<ModelFile>; listModels: () => Promise<readonly ModelEntry[]> },
): Promise<PresentStamp['model']> {
  try {
    const { file } = await findModel(modelId)
    const entry = (await listModels()).find(({ id }) => id === modelId)
    const sha256 = await fileSha256(file)
    return { sha256, quantization: entry?.quantization ?? '' }
  } catch (error) {
    const isGone = isPlanwrightError(error) ? error.code === 'not-found' : error instanceof Error && 'code' in error
    if (isGone) return undefined
    throw error
  }
}
