import { describe, expect, it } from 'vitest'
import type { Sampling } from '../contract/generate.ts'
import type { NativeGrammarState, NativeLibrary } from './native-library.ts'
import { idleContext, idleSampler } from './test/idle-context.ts'
import { TokenChoice } from './token-choice.ts'

const logits = [2, 1, 0.5, 0, -1]
const weight = logits.reduce((sum, logit) => sum + Math.exp(logit), 0)
const logprob = (token: number) => (logits[token] ?? 0) - Math.log(weight)
const ranked = logits.map((_, token) => token)

/** A library whose logits are known and whose grammar permits the given tokens. */
function fakeLibrary(permitted: readonly number[]): { library: NativeLibrary; accepted: number[] } {
  const accepted: number[] = []
  const library: NativeLibrary = {
    context: {
      ...idleContext,
      sampleToken: async (...call) => {
        const [, , , selected, top] = call[4]
        const list = selected ? [0] : ranked.slice(0, top)
        return [0, undefined, undefined, list.flatMap((token) => [token, logits[token] ?? 0]), weight / Math.exp(2)]
      },
    },
    createSampler: () => idleSampler,
    createGrammarState: () => grammar,
    cloneGrammarState: () => grammar,
    grammarAllows: (_, token) => permitted.includes(token),
    grammarAccept: (_, token) => void accepted.push(token),
  }
  return { library, accepted }
}

const grammar = {} as NativeGrammarState
const model = { vocabulary: logits.length, isEnd: (token: number) => token === 4 }

function choose(permitted: readonly number[], sampling?: Sampling, isConstrained = true) {
  const { library } = fakeLibrary(permitted)
  return new TokenChoice(library, model, {
    sampler: idleSampler,
    grammar: isConstrained ? grammar : undefined,
    sampling,
  }).choose(0)
}

async function frequencies(permitted: readonly number[], sampling: Omit<Sampling, 'seed'>): Promise<number[]> {
  const counts = logits.map(() => 0)
  const { library } = fakeLibrary(permitted)
  const choice = new TokenChoice(library, model, { sampler: idleSampler, grammar, sampling: { ...sampling, seed: 5 } })
  for (let draw = 0; draw < 4000; draw++) {
    const token = (await choice.choose(0))?.token ?? 0
    counts[token] = (counts[token] ?? 0) + 1
  }
  return counts.map((count) => count / 4000)
}

describe('choosing a token', () => {
  it('takes the most probable one', async () => {
    const chosen = await choose([], undefined, false)

    expect(chosen?.token).toBe(0)
    expect(chosen?.logprob).toBeCloseTo(logprob(0))
  })

  it('takes the most probable one that the grammar permits, with its own log-probability', async () => {
    const chosen = await choose([3, 2])

    expect(chosen?.token).toBe(2)
    expect(chosen?.logprob).toBeCloseTo(logprob(2))
  })

  it('finds none where the grammar permits none', async () => {
    expect(await choose([])).toBeUndefined()
    expect(await choose([], { temperature: 1 })).toBeUndefined()
  })

  it('tells the grammar about each token but not about the end', async () => {
    const { library, accepted } = fakeLibrary([3, 4])
    const choice = new TokenChoice(library, model, { sampler: idleSampler, grammar, sampling: undefined })
    await choice.choose(0)
    const { library: ending, accepted: none } = fakeLibrary([4])
    await new TokenChoice(ending, model, { sampler: idleSampler, grammar, sampling: undefined }).choose(0)

    expect(accepted).toEqual([3])
    expect(none).toEqual([])
  })

  it('draws by probability among what the grammar permits', async () => {
    const [never, first, second] = await frequencies([1, 2], { temperature: 1 })
    const share = Math.exp(logprob(1)) / (Math.exp(logprob(1)) + Math.exp(logprob(2)))

    expect(never).toBe(0)
    expect(first).toBeCloseTo(share, 1)
    expect(second).toBeCloseTo(1 - share, 1)
  })

  it('keeps to topK, topP and minP', async () => {
    const all = [0, 1, 2, 3, 4]

    expect((await frequencies(all, { temperature: 1, topK: 2 })).slice(2)).toEqual([0, 0, 0])
    expect((await frequencies(all, { temperature: 1, topP: 0.5 })).slice(1)).toEqual([0, 0, 0, 0])
    expect((await frequencies(all, { temperature: 1, minP: 0.3 })).slice(2)).toEqual([0, 0, 0])
  })
})
