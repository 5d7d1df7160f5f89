import { useSyncExternalStore } from 'react'
import { type RunDraft, RunDrafts } from './run-drafts.ts'

const drafts = new RunDrafts()

export interface DraftAccess {
  readonly draft: RunDraft
  readonly change: (change: Parameters<RunDrafts['change']>[1]) => void
}

/** What was edited in a run and not run yet. It outlives the screen, not the window. */
export function useDraft(runId: string): DraftAccess {
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.of(runId))
  return { draft, change: (change) => drafts.change(runId, change) }
}
