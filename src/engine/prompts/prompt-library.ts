import { createHash } from 'node:crypto'
import type { PromptEntry } from '../../api/prompts-contract.ts'
import type { Clock } from '../../base/clock.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { type BuiltInPrompt, builtInPrompts, findBuiltInPrompt } from '../../formalization/prompts/built-in-prompts.ts'
import { checkPrompt, type PromptTexts } from '../../formalization/prompts/prompt-writer.ts'
import type { PromptVersion } from '../../planning/prompt-version.ts'
import type { RunRecipe } from '../../planning/run-recipe.ts'
import type { PromptStore } from '../../storage/prompt-store.ts'

const builtInVersion = 1

/** All versions of all templates: those that come with Planwright, and those of people. */
export class PromptLibrary {
  readonly #store: PromptStore
  readonly #clock: Clock
  #adding: Promise<unknown> = Promise.resolve()

  constructor(named: { store: PromptStore; clock: Clock }) {
    this.#store = named.store
    this.#clock = named.clock
  }

  async list(): Promise<PromptEntry[]> {
    const own = await this.#own()
    return builtInPrompts.map(({ text, ...template }) => ({
      ...template,
      versions: [
        { name: template.name, version: builtInVersion, time: 0, text, note: '' },
        ...own.filter(({ name }) => name === template.name),
      ],
    }))
  }

  /** The next version. Throws `not-found` for the name, `invalid-input` for a text that can't be used. */
  async add(made: Pick<PromptVersion, 'name' | 'note' | 'text'>): Promise<PromptVersion> {
    const template = templateOf(made.name)
    if (template.fixedBecause !== undefined)
      throw invalid(`${template.title} cannot be changed.`, template.fixedBecause)
    const [first] = checkPrompt(template, made.text)
    if (first !== undefined) throw invalid(`Line ${first.line}: ${first.message}`, 'Put it right and save again.')
    const adding = this.#adding.then(() => this.#addNext(made))
    this.#adding = adding.catch(() => {})
    return adding
  }

  async #addNext(made: Pick<PromptVersion, 'name' | 'note' | 'text'>): Promise<PromptVersion> {
    const numbers = (await this.#own()).filter(({ name }) => name === made.name).map(({ version }) => version)
    const version = Math.max(builtInVersion, ...numbers) + 1
    const { name, note, text } = made
    const added = { name, text, note, version, time: this.#clock.now() }
    await this.#store.add(added)
    return added
  }

  /** Throws `not-found`. */
  async text(name: string, version: number): Promise<string> {
    const template = templateOf(name)
    if (version === builtInVersion) return template.text
    const found = (await this.#own()).find((one) => one.name === name && one.version === version)
    if (found !== undefined) return found.text
    throw new PlanwrightError({
      code: 'not-found',
      message: `There is no version ${version} of the prompt template "${name}".`,
      wayOut: 'Choose a version that is listed under Prompts.',
    })
  }

  /** The texts that a recipe asks for. Throws `not-found`. */
  async texts({ prompts = {} }: RunRecipe): Promise<PromptTexts> {
    const texts: Record<string, string> = {}
    for (const [name, version] of Object.entries(prompts)) texts[name] = await this.text(name, version)
    return texts
  }

  async #own(): Promise<readonly PromptVersion[]> {
    return (await this.#store.list()).filter(({ version }) => version > builtInVersion)
  }
}

/** SHA-256 of the templates of these names, as they are with these texts. */
export function stampPrompts(names: readonly string[], prompts: PromptTexts): Record<string, string> {
  const stamps = names.flatMap((name) => {
    const text = Object.hasOwn(prompts, name) ? prompts[name] : findBuiltInPrompt(name)?.text
    return text === undefined ? [] : [[name, createHash('sha256').update(text, 'utf8').digest('hex')]]
  })
  return Object.fromEntries(stamps)
}

function templateOf(name: string): BuiltInPrompt {
  const template = findBuiltInPrompt(name)
  if (template !== undefined) return template
  const wayOut = `Choose one of: ${builtInPrompts.map((one) => one.name).join(', ')}.`
  throw new PlanwrightError({ code: 'not-found', message: `There is no prompt template "${name}".`, wayOut })
}

const invalid = (message: string, wayOut: string) => new PlanwrightError({ code: 'invalid-input', message, wayOut })
