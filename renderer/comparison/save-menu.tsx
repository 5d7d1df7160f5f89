import { ActionIcon, Menu } from '@mantine/core'
import { useId, useState } from 'react'
import type { ExportFormat } from '../../src/api/runs-contract.ts'
import { strings } from '../strings.ts'
import { saveFile } from './save-file.ts'
import styles from './save-menu.module.css'

const words = strings.save

const forms: readonly { readonly format: ExportFormat; readonly ending: string; readonly type: string }[] = [
  { format: 'ics', ending: 'ics', type: 'text/calendar' },
  { format: 'markdown', ending: 'md', type: 'text/markdown' },
  { format: 'json', ending: 'json', type: 'application/json' },
  { format: 'otlp', ending: 'otlp.jsonl', type: 'application/jsonl' },
]

export interface SaveMenuProps {
  readonly runId: string
  readonly hasPlan: boolean
  readonly write: (format: ExportFormat, startDate: string | undefined) => Promise<string>
}

/** Saves a run as a file of another program. What can't be written is said where it was asked for. */
export function SaveMenu({ hasPlan, runId, write }: SaveMenuProps) {
  const [date, setDate] = useState('')
  const [problem, setProblem] = useState<string>()
  const dateId = useId()
  const save = async ({ ending, format, type }: (typeof forms)[number]) => {
    try {
      const text = await write(format, date === '' ? undefined : date)
      setProblem(undefined)
      saveFile({ name: `${runId}.${ending}`, type, text })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Menu position="bottom-end" width={232} shadow="sm" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon size={22} variant="subtle" color="gray" aria-label={words.title} title={words.title}>
          <svg
            viewBox="0 0 16 16"
            width="14"
            height="14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d="M8 2.5v7.5M5 7.2 8 10.2l3-3M3 13h10" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map((form) => (
          <Menu.Item key={form.format} disabled={form.format === 'ics' && !hasPlan} onClick={() => void save(form)}>
            {words[form.format]}
          </Menu.Item>
        ))}
        {hasPlan && (
          <p className={styles['date']}>
            <label htmlFor={dateId}>{words.date}</label>
            <input
              id={dateId}
              type="date"
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
              onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
            />
          </p>
        )}
        {problem !== undefined && (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
