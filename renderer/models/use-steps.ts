import { useState } from 'react'
import { useCommands } from '../frame/use-commands.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.commands

/** Something that was done; `back` undoes it and gives the step that would do it again. */
export interface Step {
  readonly title: string
  readonly back: () => Promise<Step>
}

/** What was done on this screen, to be taken back with Ctrl+Z and done again with Ctrl+Shift+Z. */
export function useSteps(onFailure: (error: unknown) => void): {
  readonly add: (step: Step) => void
  readonly undo: (() => void) | undefined
} {
  const [{ future, past }, setSteps] = useState<{ past: readonly Step[]; future: readonly Step[] }>({
    past: [],
    future: [],
  })
  const [last, next] = [past.at(-1), future.at(-1)]
  const undo = () => {
    if (last === undefined) return
    setSteps({ past: past.slice(0, -1), future })
    last.back().then((step) => setSteps((now) => ({ ...now, future: [...now.future, step] })), onFailure)
  }
  const redo = () => {
    if (next === undefined) return
    setSteps({ past, future: future.slice(0, -1) })
    next.back().then((step) => setSteps((now) => ({ ...now, past: [...now.past, step] })), onFailure)
  }
  const canUndo = last !== undefined
  const canRedo = next !== undefined
  useCommands([
    {
      id: 'models-undo',
      title: words.undo(last?.title ?? ''),
      key: 'mod+z',
      whileWriting: false,
      isEnabled: canUndo,
      run: undo,
    },
    {
      id: 'models-redo',
      title: words.redo(next?.title ?? ''),
      key: 'mod+shift+z',
      whileWriting: false,
      isEnabled: canRedo,
      run: redo,
    },
  ])
  return {
    add: (step) => setSteps((now) => ({ past: [...now.past, step], future: [] })),
    undo: canUndo ? undo : undefined,
  }
}
