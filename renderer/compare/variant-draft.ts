import { z } from 'zod'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import type { Variant } from '../../src/planning/comparison.ts'

/** A variant as the form has it. */
export const variantDraftSchema = z.object({
  key: z.int(),
  modelId: z.string(),
  repairs: z.int().min(0).max(10),
  temperature: z.number().min(0).max(2),
})
export type VariantDraft = z.infer<typeof variantDraftSchema>

/** What a model does when nothing else is said. */
export const plainDraft = (key: number, modelId: string): VariantDraft => ({ key, modelId, repairs: 2, temperature: 0 })

/** Named by what tells it from a plain one: "nano-q8_0, no repairs, temperature 0.8". */
export function variantName({ modelId, repairs, temperature }: VariantDraft): string {
  return [
    modelId,
    ...(repairs === 2 ? [] : [repairs === 0 ? 'no repairs' : `${repairs} repair${repairs === 1 ? '' : 's'}`]),
    ...(temperature === 0 ? [] : [`temperature ${temperature}`]),
  ].join(', ')
}

export function variantOf(draft: VariantDraft): Variant {
  const { modelId, repairs, temperature } = draft
  const sampling = temperature === 0 ? {} : { sampling: { temperature, topP: 0.95, seed: 1 } }
  return { name: variantName(draft), modelId, recipe: { ...(repairs === 2 ? {} : { repairs }), ...sampling } }
}

/** A column for each model that can be loaded, at most so many. */
export function firstDrafts(models: readonly ModelEntry[], most: number): VariantDraft[] {
  const usable = models.filter(({ problem }) => problem === undefined)
  return usable.slice(0, most).map(({ id }, index) => plainDraft(index, id))
}
