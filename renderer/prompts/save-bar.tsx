import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isMac, showKey } from '../frame/key-press.ts'
import { useCommands } from '../frame/use-commands.ts'
import styles from './save-bar.module.css'
import { promptStrings } from './strings.ts'

const words = promptStrings.editor

export interface SaveBarProps {
  /** The number that the next version gets. */
  readonly next: number
  readonly isChanged: boolean
  /** How much is wrong with the text. */
  readonly wrong: number
  readonly save: (note: string) => Promise<number>
}

/** Makes a version of what stands in the editor. */
export function SaveBar({ isChanged, next, save, wrong }: SaveBarProps) {
  const [note, setNote] = useState('')
  const [state, setState] = useState<'idle' | 'saving' | Error>('idle')
  const canSave = isChanged && wrong === 0 && state !== 'saving'
  const saveNow = () => {
    if (!canSave) return
    setState('saving')
    save(note).then(
      () => {
        setState('idle')
        setNote('')
      },
      (error: unknown) => setState(error instanceof Error ? error : new Error(String(error))),
    )
  }
  useCommands([
    { id: 'save-prompt', title: promptStrings.commands.save, key: 'mod+s', isEnabled: canSave, run: saveNow },
  ])
  const idle = isChanged ? '' : words.unchanged
  return (
    <form
      className={styles['bar']}
      onSubmit={(event) => {
        event.preventDefault()
        saveNow()
      }}
    >
      <TextInput
        size="xs"
        className={styles['note'] ?? ''}
        aria-label={words.note}
        placeholder={words.notePlaceholder}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <span role={state instanceof Error ? 'alert' : 'status'} className={styles['said']}>
        {state instanceof Error ? state.message : idle}
      </span>
      <Button
        type="submit"
        size="xs"
        className={styles['save'] ?? ''}
        disabled={!canSave}
        rightSection={<kbd>{showKey('mod+s', isMac)}</kbd>}
      >
        {state === 'saving' ? words.saving : words.save(next)}
      </Button>
    </form>
  )
}
