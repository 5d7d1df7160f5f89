import type { KeyName } from './key-press.ts'

/** Something a person can do: by a key, or by its name in the palette. */
export interface Command {
  readonly id: string
  /** What it does: "Run the problem". */
  readonly title: string
  readonly key?: KeyName
  /** Whether its key counts while one writes in a text field; keys with `mod` and Escape do unless this says otherwise. */
  readonly whileWriting?: boolean
  /** False where it is out of the question now. */
  readonly isEnabled?: boolean
  readonly run: () => void
}

/** The commands of all that is on screen now. Later ones win a key. */
export class CommandRegistry {
  readonly #groups = new Map<symbol, readonly Command[]>()
  readonly #listeners = new Set<() => void>()
  #all: readonly Command[] = []

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): readonly Command[] => this.#all

  /** Sets the commands of one part of the page; none takes them away. */
  set(part: symbol, commands: readonly Command[]): void {
    if (commands.length === 0) this.#groups.delete(part)
    else this.#groups.set(part, commands)
    this.#all = [...this.#groups.values()].flat()
    for (const listener of this.#listeners) listener()
  }

  /** What a key does now. */
  find(key: KeyName, isWriting: boolean): Command | undefined {
    return this.#all.findLast(
      (one) => one.key === key && one.isEnabled !== false && (!isWriting || countsWhileWriting(one)),
    )
  }
}

function countsWhileWriting({ key = '', whileWriting }: Command): boolean {
  return whileWriting ?? (key.startsWith('mod+') || key === 'escape')
}
