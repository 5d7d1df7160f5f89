import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type PromptTemplate, promptTemplateSchema } from '../../planning/prompt-template.ts'

/** A template as it comes with Planwright: version 1 of its name. */
export interface BuiltInPrompt extends PromptTemplate {
  readonly text: string
}

const fileSchema = promptTemplateSchema.extend({ lines: z.array(z.string()) })
const folder = new URL('./built-in/', import.meta.url)
const order = ['chat-translate', 'chat-problem', 'chat-example', 'chat-repair', 'chat-classify', 'small-model']
const rank = (name: string) => order.findIndex((start) => name.startsWith(start))

export const builtInPrompts: readonly BuiltInPrompt[] = readdirSync(folder)
  .map((file): BuiltInPrompt => {
    const { lines, ...template } = fileSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    return { ...template, text: lines.join('\n') }
  })
  .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))

/** Undefined where there is no template of this name. */
export function findBuiltInPrompt(name: string): BuiltInPrompt | undefined {
  return builtInPrompts.find((one) => one.name === name)
}
