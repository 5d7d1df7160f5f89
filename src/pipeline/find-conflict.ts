import type { Fact } from '../planning/fact.ts'

export interface ConflictRequest {
  /** The facts of a problem without an answer. */
  readonly facts: readonly Fact[]
  /**
   * Predicates that are never left out (a domain's `background`): they shape the problem, so that leaving one out
   * doesn't make it easier.
   */
  readonly background?: readonly string[]
  /** True unless the facts are proven to have no answer; a limit that was reached counts as true. */
  readonly isSatisfiable: (facts: readonly Fact[], signal: AbortSignal) => Promise<boolean>
  /** Wall time after which what has been found so far is given. */
  readonly deadlineMs: number
  readonly signal?: AbortSignal
}

export interface Conflict {
  /** Facts that can't all hold, beside the background; where that alone has no answer, the background itself. */
  readonly factIndices: readonly number[]
  /** Whether leaving out any one of them would give an answer. */
  readonly minimal: boolean
}

/**
 * Facts that clash, by a deletion filter: whatever can be left out without an answer appearing is left out, large pieces
 * first, so that a clash of few facts among many is found in few queries.
 */
export async function findConflict(request: ConflictRequest): Promise<Conflict> {
  const { facts, background = [] } = request
  const deadline = AbortSignal.timeout(request.deadlineMs)
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal])
  const indices = [...facts.keys()]
  const held = new Set(indices.filter((index) => background.includes(facts[index]?.predicate ?? '')))
  const clashes = async (kept: ReadonlySet<number>) => {
    const left = facts.filter((_, index) => held.has(index) || kept.has(index))
    return !(await request.isSatisfiable(left, signal)) && !signal.aborted
  }
  let kept = new Set(indices.filter((index) => !held.has(index)))
  if (await clashes(new Set())) return { factIndices: [...held], minimal: false }
  for (let size = Math.ceil(kept.size / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (const chunk of chunks([...kept], size)) {
      if (signal.aborted) return { factIndices: [...kept], minimal: false }
      const fewer = new Set([...kept].filter((index) => !chunk.includes(index)))
      if (await clashes(fewer)) kept = fewer
    }
  }
  return { factIndices: [...kept], minimal: !signal.aborted }
}

function chunks(items: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
