/** What a person should know who did not ask: each is told as it comes, and kept for windows that open later. */
export class Notices {
  readonly #all: string[] = []
  readonly #listeners = new Set<() => void>()

  get all(): readonly string[] {
    return this.#all
  }

  tell(words: string): void {
    this.#all.push(words)
    for (const listen of this.#listeners) listen()
  }

  subscribe(listen: () => void): void {
    this.#listeners.add(listen)
  }
}
