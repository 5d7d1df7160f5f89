/** Texts that were changed and are not saved, by template and version. They last as long as the page. */
export class PromptDrafts {
  readonly #listeners = new Set<() => void>()
  #drafts: ReadonlyMap<string, string> = new Map()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): ReadonlyMap<string, string> => this.#drafts

  /** A text that is as the version has it is no draft. */
  set(key: string, text: string, saved: string): void {
    if ((this.#drafts.get(key) ?? saved) === text) return
    const drafts = new Map(this.#drafts)
    if (text === saved) drafts.delete(key)
    else drafts.set(key, text)
    this.#drafts = drafts
    for (const listener of this.#listeners) listener()
  }
}

export const draftKey = (name: string, version: number): string => `${name}/${version}`

/** The page has one set of them, so that they are there again when one comes back to the screen. */
export const promptDrafts = new PromptDrafts()
