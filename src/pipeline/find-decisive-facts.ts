import type { Fact } from '../planning/fact.ts'

export interface DecisiveFactsRequest {
  readonly facts: readonly Fact[]
  /** Predicates that are never left out (a domain's `background`). */
  readonly background: readonly string[]
  /** Facts that are tried first. */
  readonly first: ReadonlySet<number>
  /** Whether what is left has the same answer; `unknown` where a limit was reached. */
  readonly compare: (left: readonly Fact[], signal: AbortSignal) => Promise<'same' | 'other' | 'unknown'>
  /** Wall time after which what has been found so far is given. */
  readonly deadlineMs: number
  readonly signal?: AbortSignal
}

export interface DecisiveFacts {
  /** Without any one of these the answer is another. */
  readonly factIndices: ReadonlySet<number>
  /** Whether all facts were tried. */
  readonly isComplete: boolean
}

/**
 * Facts that decide: each is left out alone, and the rest is solved again. Nothing is claimed where all facts together do
 * not give the answer that is to be explained, because then a difference says nothing.
 */
export async function findDecisiveFacts(request: DecisiveFactsRequest): Promise<DecisiveFacts> {
  const { background, compare, facts, first } = request
  const deadline = AbortSignal.timeout(request.deadlineMs)
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal])
  const decisive = new Set<number>()
  const ask = async (left: readonly Fact[]) => {
    const answer = signal.aborted ? 'unknown' : await compare(left, signal)
    return signal.aborted ? 'unknown' : answer
  }
  if ((await ask(facts)) !== 'same') return { factIndices: decisive, isComplete: false }
  const candidates = [...facts.keys()]
    .filter((index) => !background.includes(facts[index]?.predicate ?? ''))
    .sort((one, other) => Number(first.has(other)) - Number(first.has(one)) || one - other)
  let isComplete = true
  for (const index of candidates) {
    const answer = await ask(facts.filter((_, other) => other !== index))
    if (answer === 'other') decisive.add(index)
    if (answer === 'unknown') isComplete = false
    if (signal.aborted) break
  }
  return { factIndices: decisive, isComplete }
}
