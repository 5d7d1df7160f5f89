import { z } from 'zod'

/** What a template can insert: text, or, where it has fields, a list whose entries have these. */
export const templateVariableSchema = z.object({
  name: z.string(),
  /** What it stands for, in a sentence. */
  doc: z.string(),
  fields: z.array(z.object({ name: z.string(), doc: z.string() })).optional(),
})
export type TemplateVariable = z.infer<typeof templateVariableSchema>

/**
 * What becomes of it: a `system` or `user` message, an `example` (what a user would say, a line of three dashes, what the
 * model should answer), or `fixed`: the language of a model that was trained on exactly that.
 */
export const promptRoleSchema = z.enum(['system', 'user', 'example', 'fixed'])
export type PromptRole = z.infer<typeof promptRoleSchema>

/** A place in the conversation with a model that a text fills. */
export const promptTemplateSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  role: promptRoleSchema,
  variables: z.array(templateVariableSchema),
  /** Why it can't be edited, where it can't. */
  fixedBecause: z.string().optional(),
})
export type PromptTemplate = z.infer<typeof promptTemplateSchema>

/** What is wrong with a template. Lines and columns (of UTF-16 units) count from 1; `endColumn` is just behind it. */
export const templateDiagnosticSchema = z.object({
  message: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  endColumn: z.int().min(1),
})
export type TemplateDiagnostic = z.infer<typeof templateDiagnosticSchema>
