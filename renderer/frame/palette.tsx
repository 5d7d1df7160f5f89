import { Modal, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isMac, showKey } from './key-press.ts'
import styles from './palette.module.css'
import { findEntries, type PaletteEntry } from './palette-entries.ts'
import { frameStrings } from './strings.ts'

const words = frameStrings.palette

export interface PaletteProps {
  readonly entries: readonly PaletteEntry[]
  readonly isOpen: boolean
  readonly close: () => void
}

/** Everything that can be done or opened, by its name. */
export function Palette({ close, entries, isOpen }: PaletteProps) {
  return (
    <Modal.Root opened={isOpen} onClose={close} size={620} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={words.label}>{isOpen && <Search entries={entries} close={close} />}</Modal.Content>
    </Modal.Root>
  )
}

function Search({ close, entries }: Omit<PaletteProps, 'isOpen'>) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const found = findEntries(entries, typed)
  const place = Math.min(chosen, Math.max(0, found.length - 1))

  useEffect(() => {
    list.current?.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [place])

  const take = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    close()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (event.key === 'Enter') take(found[place])
    else if (step !== undefined) setChosen(Math.min(found.length - 1, Math.max(0, place + step)))
    else return
    event.preventDefault()
  }

  return (
    <div className={styles['palette']}>
      <TextInput
        data-autofocus
        size="sm"
        variant="unstyled"
        placeholder={words.placeholder}
        aria-label={words.label}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${place}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={words.label} className={styles['list']}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the search field
          <div
            key={entry.id}
            id={`${id}-${index}`}
            data-place={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            className={styles['entry']}
            onMouseMove={() => setChosen(index)}
            onClick={() => take(entry)}
          >
            <span className={styles['title']}>{entry.title}</span>
            <span className={styles['kind']}>{entry.kind}</span>
            {entry.key !== undefined && <kbd>{showKey(entry.key, isMac)}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>{words.none}</p>}
    </div>
  )
}
