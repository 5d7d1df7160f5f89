import type { Because } from '../../src/planning/because.ts'
import { demonstrateStrings } from './strings.ts'

const words = demonstrateStrings.groups

export interface SentenceGroup {
  readonly title: string
  readonly note: string
  readonly isQuiet: boolean
  /** Places of its sentences among all. */
  readonly places: readonly number[]
}

/** The sentences as they are told: what decides, then what is kept besides; of any other answer all in one. */
export function sentenceGroups({ about, isComplete, sentences }: Because): readonly SentenceGroup[] {
  const all = [...sentences.keys()]
  if (all.length === 0) return []
  switch (about) {
    case 'plan': {
      const decisive = all.filter((place) => sentences[place]?.isDecisive)
      const kept = all.filter((place) => !sentences[place]?.isDecisive)
      const groups = [
        { title: words.because, note: words.becauseNote, isQuiet: false, places: decisive },
        ...(decisive.length > 0
          ? [{ title: words.besides, note: '', isQuiet: true, places: kept }]
          : [{ title: words.keeps, note: '', isQuiet: false, places: kept }]),
      ]
      return groups.filter(({ places }) => places.length > 0)
    }
    case 'conflict':
      return [{ title: isComplete ? words.conflict : words.conflictCoarse, note: '', isQuiet: false, places: all }]
    case 'violations':
      return [{ title: words.violations, note: '', isQuiet: false, places: all }]
    case 'missing':
      return [{ title: words.missing, note: '', isQuiet: false, places: all }]
    case 'nothing':
      return []
  }
}
