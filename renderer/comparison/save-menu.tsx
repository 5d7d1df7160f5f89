import { ActionIcon, Menu } from '@mantine/core'
import { type RefObject, useId, useState } from 'react'
import type { ExportFormat } from '../../src/api/runs-contract.ts'
import { pngOf, svgOf } from '../plan/picture/export-picture.ts'
import { strings } from '../strings.ts'
import { saveFile } from './save-file.ts'
import styles from './save-menu.module.css'

const words = strings.save

const forms: readonly { readonly format: ExportFormat; readonly ending: string; readonly type: string }[] = [
  { format: 'ics', ending: 'ics', type: 'text/calendar' },
  { format: 'markdown', ending: 'md', type: 'text/markdown' },
  { format: 'html', ending: 'html', type: 'text/html' },
  { format: 'json', ending: 'json', type: 'application/json' },
  { format: 'otlp', ending: 'otlp.jsonl', type: 'application/jsonl' },
]

const pictures = [
  { name: words.svg, ending: 'svg', type: 'image/svg+xml', draw: async (drawing: SVGSVGElement) => svgOf(drawing) },
  { name: words.png, ending: 'png', type: 'image/png', draw: pngOf },
] as const

export interface SaveMenuProps {
  readonly runId: string
  readonly hasPlan: boolean
  /** The plan's picture as it is drawn. */
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly write: (format: ExportFormat, startDate: string | undefined) => Promise<string>
}

/** Saves a run as a file of another program. What can't be written is said where it was asked for. */
export function SaveMenu({ drawing, hasPlan, runId, write }: SaveMenuProps) {
  const [date, setDate] = useState('')
  const [problem, setProblem] = useState<string>()
  const dateId = useId()
  const save = async (file: { ending: string; type: string }, content: () => Promise<BlobPart>) => {
    try {
      const made = await content()
      setProblem(undefined)
      saveFile({ name: `${runId}.${file.ending}`, type: file.type, content: made })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const saveRun = (form: (typeof forms)[number]) => save(form, () => write(form.format, date === '' ? undefined : date))
  const savePicture = (form: (typeof pictures)[number]) =>
    save(form, async () => {
      if (drawing.current === null) throw new Error(words.noPicture)
      return form.draw(drawing.current)
    })
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
          <Menu.Item key={form.format} disabled={form.format === 'ics' && !hasPlan} onClick={() => void saveRun(form)}>
            {words[form.format]}
          </Menu.Item>
        ))}
        {pictures.map((form) => (
          <Menu.Item key={form.ending} disabled={!hasPlan} onClick={() => void savePicture(form)}>
            {form.name}
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
