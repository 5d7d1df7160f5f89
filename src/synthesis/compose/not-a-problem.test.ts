import { describe, expect, it } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Split } from '../phrase-book.ts'
import { composeNotAProblem, nonProblemPhrases } from './not-a-problem.ts'

function compose(seed: number, split: Split = 'train') {
  const random = createRandom(seed)
  return composeNotAProblem(random, { split, benchmarkShare: 0 }, random.next())
}

const problems = Array.from({ length: 2000 }, (_, seed) => compose(seed))
const heldOut = Array.from({ length: 1000 }, (_, seed) => compose(seed, 'held-out'))

describe('texts that pose no planning problem', () => {
  it('state no facts and belong to no domain', () => {
    expect(problems.every((problem) => problem.domain === 'none' && problem.facts.length === 0)).toBe(true)
  })

  it('are never empty', () => {
    expect(problems.filter((problem) => problem.text === '')).toEqual([])
  })

  it('use every group of phrases', () => {
    const used = new Set(problems.flatMap((problem) => problem.families.map((family) => family.split('#')[0])))
    expect(nonProblemPhrases.groups.map((group) => group.name).filter((name) => !used.has(name))).toEqual([])
  })

  it('come from at least 300 families in 25 groups', () => {
    expect(nonProblemPhrases.groups.length).toBeGreaterThanOrEqual(25)
    expect(nonProblemPhrases.groups.flatMap((group) => group.families).length).toBeGreaterThanOrEqual(300)
  })

  it('show phrases in the held-out split that training never sees', () => {
    const trained = new Set(problems.flatMap((problem) => problem.families))
    const big = new Set(
      nonProblemPhrases.groups.filter((group) => group.families.length >= 5).map((group) => group.name),
    )
    const shared = heldOut
      .flatMap((problem) => problem.families)
      .filter((family) => big.has(family.split('#')[0] ?? '') && trained.has(family))
    expect(shared).toEqual([])
  })
})
