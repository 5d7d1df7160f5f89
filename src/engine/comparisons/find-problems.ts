import { runInNewContext } from 'node:vm'
import type { MatrixFilter } from '../../api/comparisons-contract.ts'
import { percentile } from '../../evaluation/statistics.ts'
import { isGoodOutcome } from '../../planning/cell.ts'
import type { JobOutcome } from '../../planning/comparison.ts'
import type { DatasetProblem } from '../../planning/dataset.ts'
import { worstOf } from './matrix-cell.ts'
import type { OutcomeIndex } from './outcome-index.ts'

export interface FoundProblems {
  /** Positions in the order that was asked for. */
  readonly problems: number[]
  readonly levels: string[]
  /** Why the pattern finds nothing; null where it is one. */
  readonly complaint: string | null
}

/** A pattern that backtracks for ever is given up. */
const patternTimeoutMs = 1_000

/** Which rows of a matrix pass the filter, in the order asked for. */
export function findProblems(all: readonly DatasetProblem[], index: OutcomeIndex, filter: MatrixFilter): FoundProblems {
  const levels = [...new Set(all.map(({ level }) => level))].filter((level) => level !== '').sort(byNumber)
  const matching = matchText(all, filter)
  if (typeof matching === 'string') return { problems: [], levels, complaint: matching }
  const problems = matching.filter((problem) => {
    if (filter.level !== '' && all[problem]?.level !== filter.level) return false
    const row = index.row(problem)
    const outcomes = row.flat().map(({ outcome }) => outcome)
    if (filter.onlyFailures && outcomes.every(isGoodOutcome)) return false
    if (filter.outcomes.length > 0 && !outcomes.some((outcome) => filter.outcomes.includes(outcome))) return false
    return !filter.onlyDiffering || isDiffering(row)
  })
  return { problems: sorted(problems, { all, index, sort: filter.sort }), levels, complaint: null }
}

const byNumber = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })

/** Positions, or what is wrong with the pattern. */
function matchText(all: readonly DatasetProblem[], { isRegex, text }: MatrixFilter): number[] | string {
  const positions = all.map((_, position) => position)
  if (text === '') return positions
  if (!isRegex) {
    const part = text.toLowerCase()
    return positions.filter((position) => {
      const problem = all[position]
      return `${problem?.id}\n${problem?.text}`.toLowerCase().includes(part)
    })
  }
  try {
    new RegExp(text, 'iu')
    const texts = all.map((problem) => `${problem.id}\n${problem.text}`)
    // The pattern is data here: nothing of it is run as code, but only so can a match be timed out.
    const found: unknown = runInNewContext(
      'const pattern = new RegExp(text, "iu"); texts.flatMap((one, index) => (pattern.test(one) ? [index] : []))',
      { text, texts },
      { timeout: patternTimeoutMs },
    )
    return Array.isArray(found) ? found.map(Number) : []
  } catch (error) {
    const isTooSlow =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    return isTooSlow ? 'This pattern takes too long.' : String(error)
  }
}

/** Its cells do not all have the same outcome and the same plans; what is not done yet does not count. */
function isDiffering(row: readonly (readonly JobOutcome[])[]): boolean {
  const faces = row
    .filter((cell) => cell.length > 0)
    .map((cell) => [...new Set(cell.map(({ outcome, planKey }) => `${outcome} ${planKey}`))].sort().join('\n'))
  return new Set(faces).size > 1
}

function sorted(
  problems: readonly number[],
  { all, index, sort }: { all: readonly DatasetProblem[]; index: OutcomeIndex; sort: MatrixFilter['sort'] },
): number[] {
  const { by, descending, variant } = sort
  const latency = (problem: number) =>
    percentile(
      index.cell(problem, variant).map(({ latencyMs }) => latencyMs),
      0.5,
    ) ?? Number.POSITIVE_INFINITY
  const outcome = (problem: number) => worstOf(index.cell(problem, variant).map((one) => one.outcome)) ?? ''
  const compare: Readonly<Record<typeof by, (one: number, other: number) => number>> = {
    position: (one, other) => one - other,
    level: (one, other) => byNumber(all[one]?.level ?? '', all[other]?.level ?? ''),
    text: (one, other) => (all[one]?.text ?? '').localeCompare(all[other]?.text ?? '', 'en'),
    outcome: (one, other) => outcome(one).localeCompare(outcome(other)),
    latency: (one, other) => latency(one) - latency(other) || 0,
  }
  const order = descending ? -1 : 1
  return [...problems].sort((one, other) => order * compare[by](one, other) || one - other)
}
