import type { EditHistory } from './edit-history.ts'
import type { PlanRow } from './plan-form.ts'
import type { PromptParts } from './prompt-parts.ts'
import type { SamplingDraft } from './sampling-form.tsx'

/** Everything that was edited in a run and not run yet. */
export interface RunDraft {
  readonly program?: string
  readonly plan?: EditHistory<readonly PlanRow[]>
  readonly sampling?: EditHistory<SamplingDraft>
  readonly text?: string
  /** By segment; a string is the prompt of a chat model. */
  readonly prompts?: Readonly<Record<number, EditHistory<PromptParts | string>>>
}

/** Keeps drafts while one looks at other things; as long as the window is open. */
export class RunDrafts {
  readonly #drafts = new Map<string, RunDraft>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  of(runId: string): RunDraft {
    return this.#drafts.get(runId) ?? empty
  }

  change(runId: string, change: { readonly [Part in keyof RunDraft]?: RunDraft[Part] | undefined }): void {
    const next = Object.fromEntries(
      Object.entries({ ...this.of(runId), ...change }).filter(([, value]) => value !== undefined),
    )
    this.#drafts.set(runId, next)
    for (const listener of this.#listeners) listener()
  }
}

const empty: RunDraft = {}
