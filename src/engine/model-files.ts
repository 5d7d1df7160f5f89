import type { ModelEntry } from '../api/models-contract.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { type CataloguePlaces, readCatalogue, resolveModel } from '../language-models/catalogue.ts'
import { isBeyondEdge } from '../language-models/edge-limit.ts'
import type { ModelFile } from './loaded-models.ts'

/** The models to choose from; a file that is no model is listed with what is wrong with it. */
export async function listModels(places: CataloguePlaces): Promise<ModelEntry[]> {
  const { broken, models } = await readCatalogue(places)
  const usable = models.map((model) => {
    const { contextTokens, file, id, memoryBytes, name, parameters, quantization, sizeBytes, source } = model
    const shipped = source === 'shipped'
    const beyondEdge = isBeyondEdge(model) ? { beyondEdge: true as const } : {}
    return { id, name, file, quantization, parameters, sizeBytes, contextTokens, memoryBytes, shipped, ...beyondEdge }
  })
  const unusable = broken.map(({ file, id, message, wayOut }) => ({
    id,
    name: id,
    file,
    quantization: '',
    parameters: 0,
    sizeBytes: 0,
    contextTokens: 0,
    memoryBytes: 0,
    shipped: false,
    problem: `${message} ${wayOut}`,
  }))
  return [...usable, ...unusable]
}

/** A model by its id in the catalogue or by the path of a GGUF file. Throws `not-found`. */
export async function findModel(idOrFile: string, places: CataloguePlaces): Promise<ModelFile> {
  const found = await resolveModel(idOrFile, places)
  if (found.status === 'not-found') {
    throw new PlanwrightError({ code: 'not-found', message: found.message, wayOut: found.wayOut })
  }
  const { expectedSha256, file, id } = found.entry
  return { id, file, ...(expectedSha256 === undefined ? {} : { expectedSha256 }) }
}
