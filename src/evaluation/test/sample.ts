import type { Sample, VerdictClass } from '../sample.ts'

/** A made-up problem that takes every plan, and "unsatisfiable" only where it has none. */
export function sampleWith(parts: Partial<Sample> & { satisfiable?: boolean } = {}): Sample {
  const { satisfiable = true, ...own } = parts
  const verdictOf = (status: string): VerdictClass => {
    if (status === 'failed') return 'failed'
    if (status === 'solved') return satisfiable ? 'ok' : 'false-solved'
    return satisfiable ? 'false-unsatisfiable' : 'unsatisfiable-ok'
  }
  return {
    id: 'a',
    dataset: 'made-up',
    task: 'calendar',
    level: '2 people',
    text: '',
    judge: ({ status }) => ({ verdict: verdictOf(status), why: '', exactMatch: null }),
    ...own,
  }
}
