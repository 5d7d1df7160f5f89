import { useCallback, useState } from 'react'
import { frameStrings } from './strings.ts'
import { useCommands } from './use-commands.ts'

interface Steps<T> {
  readonly past: readonly T[]
  readonly now: T
  readonly future: readonly T[]
}

const mostSteps = 200

export interface History<T> {
  readonly value: T
  readonly change: (value: T) => void
  /** The first change of a value that was not known before. */
  readonly begin: (before: T, value: T) => void
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
}

/** A value whose every change can be taken back, with Ctrl+Z and Ctrl+Shift+Z while its screen is there. */
export function useHistory<T>(initial: T): History<T> {
  const [steps, setSteps] = useState<Steps<T>>({ past: [], now: initial, future: [] })
  const change = useCallback(
    (now: T) => setSteps((one) => ({ past: [...one.past, one.now].slice(-mostSteps), now, future: [] })),
    [],
  )
  const begin = useCallback((before: T, now: T) => setSteps({ past: [before], now, future: [] }), [])
  const back = useCallback(() => setSteps(undone), [])
  const forth = useCallback(() => setSteps(redone), [])
  const undo = steps.past.length > 0 ? back : undefined
  const redo = steps.future.length > 0 ? forth : undefined
  const words = frameStrings.commands
  useCommands([
    { id: 'undo', title: words.undo, key: 'mod+z', whileWriting: false, isEnabled: undo !== undefined, run: back },
    {
      id: 'redo',
      title: words.redo,
      key: 'mod+shift+z',
      whileWriting: false,
      isEnabled: redo !== undefined,
      run: forth,
    },
  ])
  return { value: steps.now, change, begin, undo, redo }
}

function undone<T>({ future, now, past }: Steps<T>): Steps<T> {
  const last = past.at(-1)
  return last === undefined && past.length === 0
    ? { past, now, future }
    : { past: past.slice(0, -1), now: past.slice(-1)[0] ?? now, future: [now, ...future] }
}

function redone<T>({ future, now, past }: Steps<T>): Steps<T> {
  if (future.length === 0) return { past, now, future }
  return { past: [...past, now], now: future.slice(0, 1)[0] ?? now, future: future.slice(1) }
}
