import { useState } from 'react'
import type { Because } from '../../src/planning/because.ts'
import { useCommands } from '../frame/use-commands.ts'
import { type Lit, litBy, nothingLit } from './lit-words.ts'
import { demonstrateStrings as words } from './strings.ts'

export interface Telling {
  /** The sentence that is told now. */
  readonly chosen: number | undefined
  readonly choose: (place: number) => void
  /** What is lit in the problem: by the mouse, or else by the sentence that is told. */
  readonly lit: Lit
  /** Facts to be lit in the picture: not where it is the picture that is pointed at. */
  readonly litFacts: readonly number[]
  readonly pointSentence: (place: number | undefined) => void
  readonly pointFacts: (facts: readonly number[]) => void
  readonly focusPicture: (isInside: boolean) => void
}

/** Steps through the sentences at a presenter's pace. In the picture arrow keys are its own. */
export function useTelling(because: Because | undefined): Telling {
  const [chosen, setChosen] = useState<number>()
  const [sentence, pointSentence] = useState<number>()
  const [facts, pointFacts] = useState<readonly number[]>([])
  const [isInPicture, focusPicture] = useState(false)
  const last = (because?.sentences.length ?? 0) - 1
  const isEnabled = last >= 0 && !isInPicture
  const choose = (place: number) => {
    setChosen(Math.max(0, Math.min(last, place)))
    pointSentence(undefined)
    pointFacts([])
  }
  const next = () => choose((chosen ?? -1) + 1)
  const previous = () => choose((chosen ?? last + 1) - 1)
  useCommands([
    { id: 'tell-next', title: words.next, key: 'arrowright', isEnabled, run: next },
    { id: 'tell-previous', title: words.previous, key: 'arrowleft', isEnabled, run: previous },
    { id: 'tell-down', title: words.down, key: 'arrowdown', isEnabled, run: next },
    { id: 'tell-up', title: words.up, key: 'arrowup', isEnabled, run: previous },
    { id: 'tell-first', title: words.first, key: 'home', isEnabled, run: () => choose(0) },
    { id: 'tell-last', title: words.last, key: 'end', isEnabled, run: () => choose(last) },
  ])
  const told = litBy(because, sentence ?? chosen)
  return {
    chosen,
    choose,
    lit: facts.length > 0 ? { ...nothingLit, facts } : told,
    litFacts: facts.length > 0 ? [] : told.facts,
    pointSentence,
    pointFacts,
    focusPicture,
  }
}
