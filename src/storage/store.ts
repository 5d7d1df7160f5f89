import type { ComparisonStore } from './comparison-store.ts'
import type { DatasetStore } from './dataset-store.ts'
import type { PromptStore } from './prompt-store.ts'
import type { RunStore } from './run-store.ts'
import type { SettingsStore } from './settings-store.ts'

/** All that Planwright keeps. One process writes at a time, for others too; any number read. */
export interface Store {
  readonly runs: RunStore
  readonly settings: SettingsStore
  readonly prompts: PromptStore
  readonly datasets: DatasetStore
  readonly comparisons: ComparisonStore
  /** Whether this process is the one that writes; takes that upon it where nobody else has. Throws `io`. */
  isWriter(): Promise<boolean>
  /** Waits for what is being written, and lets go of everything. */
  close(): Promise<void>
}
