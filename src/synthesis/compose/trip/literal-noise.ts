import type { RandomSource } from '../../../base/random.ts'

export interface LiteralStyle {
  /** Everything in lower case, as in a quick chat. */
  readonly isLower: boolean
  /** Sentences stand on lines of their own, without a full stop. */
  readonly dropsStops: boolean
  readonly hasCurlyQuotes: boolean
  /** Probability of a typing error in a word of five letters or more. */
  readonly typoRate: number
}

/** What happens to a phrase's literal words in one writer's hands. */
export function literalNoise(style: LiteralStyle, random: RandomSource): (literal: string) => string {
  return (literal) => {
    let text = style.isLower ? literal.toLowerCase() : literal
    if (style.dropsStops) text = text.replace(/(?<!\.)\.$/, '')
    if (style.hasCurlyQuotes) text = text.replaceAll("'", '’')
    if (style.typoRate > 0)
      text = text.replace(/\p{L}{5,}/gu, (word) => (random.chance(style.typoRate) ? mistype(word, random) : word))
    return text
  }
}

function mistype(word: string, random: RandomSource): string {
  const at = random.integer(1, word.length - 2)
  const here = word.charAt(at)
  const next = word.charAt(at + 1)
  const changed = random.pick([next + here, here, here + next + next])
  return word.slice(0, at) + changed + word.slice(at + 2)
}
