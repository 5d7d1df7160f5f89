import { createRandom, type RandomSource } from '../../base/random.ts'
import type { Sampling } from '../contract/generate.ts'
import type { NativeGrammarState, NativeLibrary, NativeSampler, WantedSample } from './native-library.ts'

export interface ChosenToken {
  readonly token: number
  readonly logprob: number
}

interface Candidate {
  readonly token: number
  /** Natural log-probability in the model's own distribution. */
  readonly logprob: number
}

/** What to answer about a row: only the chosen token and the weight of all, without sorting the vocabulary. */
const selectedLogit: WantedSample = [false, false, [[], false, false, true, 0], true]
const topLogits = (count: number): WantedSample => [false, false, [[], false, false, false, count], true]

/** How many of the most probable tokens are looked at before all of them. */
const shortList = 64
/** Sampling without `topK` draws from this many; what lies beyond has next to no probability. */
export const maxSampledCandidates = 1024
/** Instead of minus infinity, which no JSON can hold. */
const lowestLogprob = -1000

/**
 * Chooses the tokens of one request. The grammar is asked about single tokens after the model's distribution has been
 * read, so that log-probabilities are the model's own; a trained model's first choice is nearly always allowed.
 */
export class TokenChoice {
  readonly #library: NativeLibrary
  readonly #sampler: NativeSampler
  readonly #grammar: NativeGrammarState | undefined
  readonly #sampling: Sampling
  readonly #random: RandomSource
  readonly #model: TokenModel

  constructor(library: NativeLibrary, model: TokenModel, settings: TokenChoiceSettings) {
    this.#library = library
    this.#model = model
    this.#sampler = settings.sampler
    this.#grammar = settings.grammar
    this.#sampling = settings.sampling ?? { temperature: 0 }
    this.#random = createRandom(this.#sampling.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
  }

  /** The token after the given row of logits; undefined where the grammar permits none. */
  async choose(row: number): Promise<ChosenToken | undefined> {
    const chosen = this.#sampling.temperature === 0 ? await this.#greedy(row) : await this.#sampled(row)
    if (chosen !== undefined && this.#grammar !== undefined && !this.#model.isEnd(chosen.token))
      this.#library.grammarAccept(this.#grammar, chosen.token)
    return chosen
  }

  async #greedy(row: number): Promise<ChosenToken | undefined> {
    const [token, , , , totalWeight] = await this.#library.context.sampleToken(row, this.#sampler, ...selectedLogit)
    if (token < 0) return undefined
    if (this.#allows(token)) return { token, logprob: asLogprob(-Math.log(totalWeight)) }
    return this.#firstAllowed(row, 1)
  }

  async #firstAllowed(row: number, tried: number): Promise<ChosenToken | undefined> {
    const best = await this.#mostProbable(row, shortList)
    const found = best.slice(tried).find(({ token }) => this.#allows(token))
    if (found !== undefined || best.length >= this.#model.vocabulary) return found
    const all = await this.#mostProbable(row, this.#model.vocabulary)
    return all.slice(best.length).find(({ token }) => this.#allows(token))
  }

  async #sampled(row: number): Promise<ChosenToken | undefined> {
    const kept = await this.#candidates(row)
    const highest = kept[0]?.logprob ?? 0
    const weights = kept.map(({ logprob }) => Math.exp((logprob - highest) / this.#sampling.temperature))
    // Drawing without putting back until one is allowed is the same as drawing among the allowed.
    while (kept.length > 0) {
      const index = draw(weights, this.#random)
      const candidate = kept[index]
      if (candidate !== undefined && this.#allows(candidate.token)) return candidate
      kept.splice(index, 1)
      weights.splice(index, 1)
    }
    return this.#firstAllowed(row, 0)
  }

  /** What `topK`, `topP` and `minP` leave; a short list is enough where they cut it. */
  async #candidates(row: number): Promise<Candidate[]> {
    const most = Math.min(this.#sampling.topK ?? maxSampledCandidates, this.#model.vocabulary)
    const listed = await this.#mostProbable(row, Math.min(most, shortList))
    const kept = this.#truncate(listed)
    if (kept.length < listed.length || listed.length >= most) return kept
    return this.#truncate(await this.#mostProbable(row, most))
  }

  #truncate(candidates: readonly Candidate[]): Candidate[] {
    const { topP = 1, minP = 0 } = this.#sampling
    const least = (candidates[0]?.logprob ?? 0) + Math.log(minP)
    const kept: Candidate[] = []
    let mass = 0
    for (const candidate of candidates) {
      if (kept.length > 0 && (mass >= topP || candidate.logprob < least)) break
      kept.push(candidate)
      mass += Math.exp(candidate.logprob)
    }
    return kept
  }

  async #mostProbable(row: number, count: number): Promise<Candidate[]> {
    const [, , , logits = [], totalWeight] = await this.#library.context.sampleToken(
      row,
      this.#sampler,
      ...topLogits(count),
    )
    const highest = logits[1] ?? 0
    const logWeight = Math.log(totalWeight)
    return Array.from({ length: logits.length / 2 }, (_, index) => ({
      token: logits[index * 2] ?? 0,
      logprob: asLogprob((logits[index * 2 + 1] ?? 0) - highest - logWeight),
    }))
  }

  #allows(token: number): boolean {
    return this.#grammar === undefined || this.#library.grammarAllows(this.#grammar, token)
  }
}

export interface TokenModel {
  readonly vocabulary: number
  /** True for a token that ends a completion. */
  isEnd(token: number): boolean
}

interface TokenChoiceSettings {
  readonly sampler: NativeSampler
  readonly grammar: NativeGrammarState | undefined
  readonly sampling: Sampling | undefined
}

function asLogprob(value: number): number {
  return value > lowestLogprob ? Math.min(0, value) : lowestLogprob
}

function draw(weights: readonly number[], random: RandomSource): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const index = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return index === -1 ? weights.length - 1 : index
}
