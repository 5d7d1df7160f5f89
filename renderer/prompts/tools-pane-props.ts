import type { ModelEntry } from '../../src/api/models-contract.ts'
import type { PromptEntry } from '../../src/api/prompts-contract.ts'
import type { TryProblem } from './try-cases.ts'
import type { PreviewState } from './use-preview.ts'
import type { PromptProblems } from './use-prompt-problems.ts'

/** What the right side of the screen works with. */
export interface ToolsPaneProps {
  readonly entry: PromptEntry
  readonly version: number
  /** Whether the text in the editor is another than the version's. */
  readonly isChanged: boolean
  readonly models: readonly ModelEntry[]
  readonly modelId: string | undefined
  readonly preview: PreviewState
  readonly problems: PromptProblems
  /** The one that the preview is of. */
  readonly problem: TryProblem | undefined
  /** What templates are called, by their names. */
  readonly titles: ReadonlyMap<string, string>
  readonly onModel: (id: string) => void
  readonly onProblem: (id: string) => void
}
