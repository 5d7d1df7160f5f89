import { z } from 'zod'
import { hashString, type RandomSource } from '../base/random.ts'
import { parseTemplate } from './template.ts'

/** `benchmark` marks a sentence form of NATURAL PLAN, which is rationed, and left out of an ablation. */
const familySchema = z.union([z.string(), z.object({ text: z.string(), benchmark: z.literal(true) })])

/**
 * Phrases as data: a group is a situation (what is said and which slots are at hand), a family one way to put it.
 * `facts` lists what the group states, as `predicate(slot,-,list.part)`; `-` is an absent argument.
 */
const phraseFileSchema = z.record(
  z.string(),
  z.object({ facts: z.array(z.string()), families: z.array(familySchema).min(1) }),
)

export interface FactPattern {
  readonly predicate: string
  /** A slot, a part of a list slot, or nothing. */
  readonly args: readonly (string | null)[]
  /** Written with a final `?`: stated only where the words of all its arguments were written. */
  readonly ifWritten: boolean
}

export interface PhraseFamily {
  /** Stable across runs: group and a hash of the words. */
  readonly id: string
  readonly group: string
  readonly text: string
  readonly benchmark: boolean
  readonly heldOut: boolean
}

export interface PhraseGroup {
  readonly name: string
  readonly facts: readonly FactPattern[]
  readonly families: readonly PhraseFamily[]
}

export type Split = 'train' | 'held-out'

export interface PhraseChoice {
  readonly split: Split
  /** How often a benchmark form may be drawn where a group has one, 0..1. */
  readonly benchmarkShare: number
}

export class PhraseBook {
  readonly #groups = new Map<string, PhraseGroup>()

  constructor(file: unknown) {
    for (const [name, group] of Object.entries(phraseFileSchema.parse(file))) {
      const families = group.families.map((family) => readFamily(name, family))
      this.#groups.set(name, { name, facts: group.facts.map(readFactPattern), families: withHeldOut(families) })
    }
  }

  get groups(): readonly PhraseGroup[] {
    return [...this.#groups.values()]
  }

  group(name: string): PhraseGroup {
    const group = this.#groups.get(name)
    if (group === undefined) throw new RangeError(`no phrases for "${name}"`)
    return group
  }

  /** One family of the group: held-out families only for the held-out split, all others only for training. */
  choose(name: string, random: RandomSource, choice: PhraseChoice): PhraseFamily {
    const { families } = this.group(name)
    const benchmark = families.filter((family) => family.benchmark)
    if (benchmark.length > 0 && random.chance(choice.benchmarkShare)) return random.pick(benchmark)
    const heldOut = choice.split === 'held-out'
    const own = families.filter((family) => !family.benchmark && family.heldOut === heldOut)
    return random.pick(own.length > 0 ? own : families.filter((family) => !family.benchmark))
  }
}

function readFamily(group: string, family: z.infer<typeof familySchema>): PhraseFamily {
  const text = typeof family === 'string' ? family : family.text
  parseTemplate(text)
  const hash = hashString(`${group}/${text}`)
  return { id: `${group}#${hash.toString(36)}`, group, text, benchmark: typeof family !== 'string', heldOut: false }
}

/** A fifth of the families of every group of five or more, chosen by their hash so that additions move nothing else. */
function withHeldOut(families: readonly PhraseFamily[]): PhraseFamily[] {
  const own = families.filter((family) => !family.benchmark)
  if (own.length < 5) return [...families]
  const byHash = [...own].sort((a, b) => hashString(a.text) - hashString(b.text))
  const heldOut = new Set(byHash.slice(0, Math.ceil(own.length / 5)).map((family) => family.id))
  return families.map((family) => ({ ...family, heldOut: heldOut.has(family.id) }))
}

function readFactPattern(pattern: string): FactPattern {
  const match = /^([a-z_]+)\(([^)]*)\)(\?)?$/.exec(pattern.replaceAll(' ', ''))
  if (match === null) throw new SyntaxError(`not a fact pattern: ${pattern}`)
  const [, predicate = '', list = '', mark] = match
  const args = list === '' ? [] : list.split(',').map((arg) => (arg === '-' ? null : arg))
  return { predicate, args, ifWritten: mark === '?' }
}
