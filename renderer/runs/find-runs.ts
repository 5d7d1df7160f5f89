import type { RunSummary } from '../../src/planning/run-summary.ts'

/** Runs that have all the words in their line, and the outcome that is asked for. */
export function findRuns(
  runs: readonly RunSummary[],
  { status, text }: { readonly text: string; readonly status: string },
): readonly RunSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && status === '') return runs
  return runs.filter((run) => {
    const line = `${run.runId} ${run.modelId} ${run.domain} ${run.title}`.toLowerCase()
    return (status === '' || run.status === status) && words.every((word) => line.includes(word))
  })
}
