import { useEffect, useState } from 'react'
import { useCommands } from '../frame/use-commands.ts'
import type { ReplayStep } from './replay-steps.ts'
import { replayStrings as words } from './strings.ts'

export interface Player {
  readonly place: number
  readonly isPlaying: boolean
  readonly go: (place: number) => void
  readonly toggle: () => void
}

/** How long each kind of step is looked at, ms. */
const pauses: Readonly<Record<ReplayStep['stage'], number>> = {
  text: 1400,
  facts: 1100,
  plan: 1800,
  conflict: 1400,
  because: 1800,
  verdict: 0,
}
/** However many facts there are, they come within this time. */
const mostFactsMs = 12_000

/** Where the replay is, and what moves it: time while it plays, keys and the slider. */
export function usePlayer(steps: readonly ReplayStep[]): Player {
  const last = steps.length - 1
  const [place, setPlace] = useState(0)
  const [isPlaying, setPlaying] = useState(false)
  const stage = steps[place]?.stage ?? 'verdict'
  const facts = steps.filter((one) => one.stage === 'facts').length
  const pause = stage === 'facts' ? Math.min(pauses.facts, mostFactsMs / facts) : pauses[stage]

  useEffect(() => {
    if (!isPlaying) return
    if (place >= last) {
      setPlaying(false)
      return
    }
    const timer = setTimeout(() => setPlace(place + 1), pause)
    return () => clearTimeout(timer)
  }, [isPlaying, last, pause, place])

  const go = (to: number) => {
    setPlaying(false)
    setPlace(Math.max(0, Math.min(last, to)))
  }
  const toggle = () => {
    if (!isPlaying && place >= last) setPlace(0)
    setPlaying(!isPlaying)
  }
  useCommands([
    { id: 'play', title: words.play, key: 'space', run: toggle },
    { id: 'next', title: words.next, key: 'arrowright', run: () => go(place + 1) },
    { id: 'previous', title: words.previous, key: 'arrowleft', run: () => go(place - 1) },
    { id: 'first', title: words.first, key: 'home', run: () => go(0) },
    { id: 'last', title: words.last, key: 'end', run: () => go(last) },
  ])
  return { place, isPlaying, go, toggle }
}
