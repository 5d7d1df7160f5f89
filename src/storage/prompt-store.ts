import type { PromptVersion } from '../planning/prompt-version.ts'

/** Prompt templates of people; those that come with Planwright are not in here. */
export interface PromptStore {
  /** All versions of all names, oldest first. */
  list(): Promise<readonly PromptVersion[]>
  /** Throws `invalid-input` where this name has a version of this number already. */
  add(version: PromptVersion): Promise<void>
}
