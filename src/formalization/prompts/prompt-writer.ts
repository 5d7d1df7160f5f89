import { PlanwrightError } from '../../base/planwright-error.ts'
import type { PromptTemplate, TemplateDiagnostic } from '../../planning/prompt-template.ts'
import { findBuiltInPrompt } from './built-in-prompts.ts'
import { checkTemplate, type RenderedTemplate, renderTemplate, type TemplateValues } from './render-template.ts'
import { checkWorkedExample } from './worked-example.ts'

/** Texts of prompt templates by their names; a name that is absent has its built-in text. */
export type PromptTexts = Readonly<Record<string, string>>

/** Writes the template of a name with these values. */
export type PromptWriter = (name: string, values: TemplateValues) => string

/** A template with its values, for a look at it: told what is wrong, not stopped. Throws `not-found` for the name. */
export function writePrompt(name: string, values: TemplateValues, prompts: PromptTexts): RenderedTemplate {
  const template = findBuiltInPrompt(name)
  if (template === undefined) {
    throw new PlanwrightError({ code: 'not-found', message: `There is no prompt template "${name}".` })
  }
  const text = textOf(name, prompts) ?? template.text
  const rendered = renderTemplate(text, template.variables, values)
  return { text: rendered.text, diagnostics: checkPrompt(template, text) }
}

/** What is wrong with a text for this template, whatever it is filled with. */
export function checkPrompt(template: PromptTemplate, text: string): readonly TemplateDiagnostic[] {
  const wrong = checkTemplate(text, template.variables)
  return template.role === 'example' ? [...wrong, ...checkWorkedExample(text)] : wrong
}

/** For runs: throws `invalid-input` for a template that has something wrong with it, and says where. */
export function strictWriter(prompts: PromptTexts = {}): PromptWriter {
  return (name, values) => {
    const { diagnostics, text } = writePrompt(name, values, prompts)
    const [first] = diagnostics
    if (first === undefined) return text
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `The prompt template "${name}" cannot be used. Line ${first.line}: ${first.message}`,
      wayOut: 'Choose another version of it, or put it right under Prompts.',
    })
  }
}

const textOf = (name: string, prompts: PromptTexts) => (Object.hasOwn(prompts, name) ? prompts[name] : undefined)
