import { z } from 'zod'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import type { PromptEntry } from '../../src/api/prompts-contract.ts'
import type { Variant } from '../../src/planning/comparison.ts'

/** A variant as the form has it. */
export const variantDraftSchema = z.object({
  key: z.int(),
  modelId: z.string(),
  repairs: z.int().min(0).max(10),
  temperature: z.number().min(0).max(2),
  /** A template's version of one's own, `name version`; empty: the built-in ones. */
  prompt: z.string(),
})
export type VariantDraft = z.infer<typeof variantDraftSchema>

/** What a model does when nothing else is said. */
export const plainDraft = (key: number, modelId: string): VariantDraft => ({
  key,
  modelId,
  repairs: 2,
  temperature: 0,
  prompt: '',
})

/** Named by what tells it from a plain one: "nano-q8_0, no repairs, temperature 0.8". */
export function variantName({ modelId, prompt, repairs, temperature }: VariantDraft): string {
  return [
    modelId,
    ...(repairs === 2 ? [] : [repairs === 0 ? 'no repairs' : `${repairs} repair${repairs === 1 ? '' : 's'}`]),
    ...(temperature === 0 ? [] : [`temperature ${temperature}`]),
    ...(prompt === '' ? [] : [prompt]),
  ].join(', ')
}

export function variantOf(draft: VariantDraft): Variant {
  const { modelId, prompt, repairs, temperature } = draft
  const [name = '', version = ''] = prompt.split(' ')
  const prompts = prompt === '' ? {} : { prompts: { [name]: Number(version) } }
  const sampling = temperature === 0 ? {} : { sampling: { temperature, topP: 0.95, seed: 1 } }
  return {
    name: variantName(draft),
    modelId,
    recipe: { ...(repairs === 2 ? {} : { repairs }), ...sampling, ...prompts },
  }
}

/** Versions that somebody wrote, as a form names them. */
export function ownPrompts(entries: readonly PromptEntry[]): string[] {
  return entries.flatMap(({ name, versions }) => versions.slice(1).map(({ version }) => `${name} ${version}`))
}

/** A column for each model that can be loaded, at most so many. */
export function firstDrafts(models: readonly ModelEntry[], most: number): VariantDraft[] {
  const usable = models.filter(({ problem }) => problem === undefined)
  return usable.slice(0, most).map(({ id }, index) => plainDraft(index, id))
}
