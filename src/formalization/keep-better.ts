import type { Judgement } from './judge-translations.ts'
import type { SegmentTranslation } from './segment-translation.ts'

export type Translations = ReadonlyMap<number, SegmentTranslation>

/** The translations of all segments after an attempt, and which of them are new. */
export interface Kept {
  readonly translations: Translations
  readonly judgement: Judgement
  readonly kept: readonly number[]
}

/**
 * Takes of the new translations those that lessen the complaints: one after the other, each only if it helps by itself; or
 * all together, where only that helps more. What nobody had translated before is always taken.
 */
export function keepBetter(
  before: Kept | undefined,
  made: readonly SegmentTranslation[],
  judge: (translations: Translations) => Judgement,
): Kept {
  const withNew = (translations: Translations, added: readonly SegmentTranslation[]): Kept => {
    const all = new Map([...translations, ...added.map((one) => [one.segment.index, one] as const)])
    return { translations: all, judgement: judge(all), kept: added.map((one) => one.segment.index) }
  }
  if (before === undefined) return withNew(new Map(), made)
  const single = made.reduce<Kept>(
    (best, one) => {
      const tried = withNew(best.translations, [one])
      return isBetter(tried, best) ? { ...tried, kept: [...best.kept, ...tried.kept] } : best
    },
    { ...before, kept: [] },
  )
  const together = withNew(before.translations, made)
  return isBetter(together, single) ? together : single
}

const isBetter = (one: Kept, other: Kept) => one.judgement.complaints < other.judgement.complaints
