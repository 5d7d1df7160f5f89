import { z } from 'zod'
import type { GeneratePart, GenerateRequest } from './generate.ts'

/** What a model can do, declared and never guessed from its name. */
export const capabilitiesSchema = z.object({
  grammar: z.boolean(),
  logprobs: z.boolean(),
  seed: z.boolean(),
  embeddings: z.boolean(),
  adapters: z.boolean(),
})
export type Capabilities = z.infer<typeof capabilitiesSchema>

/** What is known about a model that is loaded. */
export const modelDescriptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Absolute path, or another address where the model is not a file of ours. */
  file: z.string(),
  /** What computes: `cpu`, `cuda`, `vulkan`, `metal`, `scripted`, ... */
  backend: z.string(),
  architecture: z.string(),
  parameters: z.int().min(0),
  quantization: z.string(),
  /** Lower-case hexadecimal. */
  sha256: z.string(),
  sizeBytes: z.int().min(0),
  /** The window of one request: prompt and completion together. */
  contextTokens: z.int().min(0),
  capabilities: capabilitiesSchema,
  /** Jinja; a model without one takes prompts only. */
  chatTemplate: z.string().optional(),
  /** Settings that could not be honoured, in plain words. */
  warnings: z.array(z.string()).readonly(),
})
export type ModelDescription = Readonly<z.infer<typeof modelDescriptionSchema>>

/** A loaded model. Losing its process is an outcome: generations end in `error`, and the host can load it again. */
export interface LanguageModel extends ModelDescription {
  /** The process that computes, where there is one of its own. */
  readonly processId?: number
  /**
   * Runs the requests side by side and yields their parts as they come; every request ends in exactly one `end`.
   * Aborting ends what is unfinished with `cancelled`, at once; leaving the loop early cancels too. Never throws for
   * what a model or a request does wrong: that is `error`.
   */
  generate(requests: readonly GenerateRequest[], signal: AbortSignal): AsyncIterable<GeneratePart>
  /** Tokens of a raw prompt, without a BOS. Throws `PlanwrightError` `engine-stopped` after `unload`. */
  countTokens(text: string): Promise<number>
  /** Frees everything; generations under way end in `error`. Calling it again does nothing. */
  unload(): Promise<void>
}
