import { oc } from '@orpc/contract'
import { z } from 'zod'
import { chatRenderingSchema } from '../language-models/contract/chat-rendering.ts'
import { promptTemplateSchema, templateDiagnosticSchema } from '../planning/prompt-template.ts'
import { promptVersionSchema } from '../planning/prompt-version.ts'

/** A template with all its versions, oldest first. The first is the one that comes with Planwright. */
export const promptEntrySchema = promptTemplateSchema.extend({ versions: z.array(promptVersionSchema).min(1) })
export type PromptEntry = z.infer<typeof promptEntrySchema>

export const promptPreviewSchema = z.object({
  messages: z.array(
    z.object({
      /** `raw` is a prompt of its own, in no conversation. */
      role: z.enum(['system', 'user', 'assistant', 'raw']),
      content: z.string(),
      /** The template that it was written with; an answer of the model has none. */
      template: z.string().optional(),
    }),
  ),
  diagnostics: z.array(templateDiagnosticSchema),
  /** The conversation in the chat template of the model that was named. */
  chat: chatRenderingSchema.optional(),
  /** Where the model is loaded: tokens of the whole conversation, or of the longest `raw` prompt, and its window. */
  tokens: z.object({ prompt: z.int(), context: z.int() }).optional(),
})
export type PromptPreview = z.infer<typeof promptPreviewSchema>

const problem = z.object({ text: z.string().max(2_000_000), domain: z.string() })

const previewInput = z.object({
  name: z.string(),
  /** A text that is no version yet, or else a version, or else version 1. */
  text: z.string().max(200_000).optional(),
  version: z.int().min(1).optional(),
  problemText: z.string().max(2_000_000),
  /** A domain's id. */
  domain: z.string(),
  modelId: z.string().optional(),
})
export type PreviewInput = z.infer<typeof previewInput>

/** What is known of a problem before another version is tried on it. */
export const promptCaseSchema = z.object({
  /** Whether the two versions ask something else for it; `unknown` where that shows only in a run. */
  effect: z.enum(['differs', 'same', 'unknown']),
  /** The newest run of it with the version compared with. */
  before: z.object({ runId: z.string(), isGood: z.boolean(), repairs: z.int() }).optional(),
})
export type PromptCase = z.infer<typeof promptCaseSchema>

const casesInput = z.object({
  name: z.string(),
  version: z.int().min(1),
  against: z.int().min(1),
  modelId: z.string(),
  problems: z.array(problem).max(500),
})
export type CasesInput = z.infer<typeof casesInput>

export const promptsContract = {
  list: oc.output(z.array(promptEntrySchema)),
  /** Makes the next version of a name; refuses a text with something wrong in it. */
  add: oc.input(promptVersionSchema.pick({ name: true, text: true, note: true })).output(promptVersionSchema),
  /** What would be asked, and what is wrong with the text. */
  render: oc.input(previewInput).output(promptPreviewSchema),
  /** One for each problem, in their order. */
  cases: oc.input(casesInput).output(z.array(promptCaseSchema)),
}
