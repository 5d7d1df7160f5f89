import { z } from 'zod'

/**
 * All that decides what a run does, beside its text, its domain and its model. What is absent is as Planwright has it:
 * greedy, two repairs, built-in prompts.
 */
export const runRecipeSchema = z.object({
  /** Of the first attempt, by the names of a language model's sampling parameters: `temperature`, `topP`, `seed`, ... */
  sampling: z.record(z.string(), z.number()).optional(),
  /** Repairs at most. */
  repairs: z.int().min(0).max(10).optional(),
  /** Versions of prompt templates, by their names. */
  prompts: z.record(z.string(), z.int().min(1)).optional(),
})
export type RunRecipe = z.infer<typeof runRecipeSchema>

/** Where a child run was changed: what came before this hop is its parent's. */
export const editedHopSchema = z.enum(['text', 'prompt', 'sampling', 'facts', 'plan', 'none'])
export type EditedHop = z.infer<typeof editedHopSchema>

/** The run of which another is the edited repetition. `none`: the same once more. */
export const runParentSchema = z.object({
  runId: z.string(),
  hop: editedHopSchema,
  /** Of a run that was repeated: the hop at which that one had been edited, and which therefore was run again. */
  repeats: editedHopSchema.optional(),
})
export type RunParent = z.infer<typeof runParentSchema>

/** What repeating a run exactly needs to know beyond its recipe. */
export const runVersionsSchema = z.object({
  planwright: z.string(),
  prolog: z.string(),
  /** SHA-256 of each prompt template that was used, by its name. */
  promptSha256: z.record(z.string(), z.string()),
})
export type RunVersions = z.infer<typeof runVersionsSchema>
