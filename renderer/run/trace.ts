import { formatMs } from '../comparison/format.ts'
import { strings } from '../strings.ts'
import type { RunView } from './run-view.ts'

export interface TraceStep {
  readonly title: string
  readonly notes: readonly string[]
}

const words = strings.trace

/** The steps of a run so far, in the order in which they happened. */
export function traceOf(run: RunView): TraceStep[] {
  const steps: (TraceStep | undefined)[] = [
    run.segments.length > 0 ? { title: words.segments(run.segments.length), notes: [] } : undefined,
    run.domain === undefined ? undefined : { title: words.domain(run.domain), notes: firstToken(run) },
    ...run.attempts.map(({ attempt, diagnostics, reason, segments }) => ({
      title: words.attempt(attempt, segments),
      notes: [
        ...(attempt === 0 ? [] : [words.because(reason)]),
        words.complaints(diagnostics.length),
        ...new Set(diagnostics.map((one) => one.message)),
      ],
    })),
    run.solved === undefined
      ? undefined
      : {
          title: words.solved[run.solved.status],
          notes: [
            ...(run.solved.inferences > 0 ? [words.inferences(run.solved.inferences)] : []),
            ...(run.solved.message === undefined ? [] : [run.solved.message]),
          ],
        },
    run.verdict === undefined ? undefined : { title: words.verdict[run.verdict.status], notes: [] },
    run.end === undefined
      ? undefined
      : {
          title: words.ended(run.end.status, formatMs(run.end.timings.totalMs)),
          notes: run.end.reason === undefined ? [] : [run.end.reason],
        },
  ]
  return steps.filter((step) => step !== undefined)
}

function firstToken({ firstTokenAt, startedAt }: RunView): string[] {
  return firstTokenAt === undefined || startedAt === undefined
    ? []
    : [words.firstToken(formatMs(firstTokenAt - startedAt))]
}
