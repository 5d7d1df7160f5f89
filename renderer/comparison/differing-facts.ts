import { printFact } from '../prolog/print-fact.ts'
import { factsOf } from '../run/run-view.ts'
import type { Column } from './column.ts'

/** Facts, as printed, that some but not all of the ended runs have; empty where fewer than two have ended. */
export function differingFacts(columns: readonly Column[]): ReadonlySet<string> {
  const ended = columns.filter(({ run, state }) => state === 'ended' && run.formalization !== undefined)
  if (ended.length < 2) return new Set()
  const holders = new Map<string, number>()
  for (const { run } of ended) {
    const printed = new Set(factsOf(run).map((one) => printFact(one.fact)))
    for (const fact of printed) holders.set(fact, (holders.get(fact) ?? 0) + 1)
  }
  return new Set([...holders].filter(([, count]) => count < ended.length).map(([fact]) => fact))
}
