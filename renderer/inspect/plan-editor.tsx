import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { PlanCheck } from '../../src/planning/run-edit.ts'
import { useEngine } from '../connection/engine-context.ts'
import styles from './plan-editor.module.css'
import { type PlanForm, type PlanRow, planForms, readField, writtenPlan } from './plan-form.ts'
import { inspectStrings } from './strings.ts'

const words = inspectStrings.plan

export interface PlanEditorProps {
  readonly runId: string
  readonly domain: string
  readonly rows: readonly PlanRow[]
  /** Names to choose from: the cities, people or days of the problem. */
  readonly names: readonly string[]
  readonly onChange: (rows: readonly PlanRow[]) => void
}

/** The plan in rows; the validator answers to every change at once. */
export function PlanEditor({ domain, names, onChange, rows, runId }: PlanEditorProps) {
  const form = planForms[domain]
  if (form === undefined) return null
  const set = (at: number, row: PlanRow) => onChange(rows.map((one, index) => (index === at ? row : one)))
  const move = (at: number, by: number) => {
    const next = [...rows]
    next.splice(at + by, 0, ...next.splice(at, 1))
    onChange(next)
  }
  return (
    <div className={styles['editor']}>
      <datalist id={`names ${runId}`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name
        <div key={index} className={styles['row']} data-fields={form.fields.length}>
          <Fields
            form={form}
            row={row}
            number={index + 1}
            list={`names ${runId}`}
            onChange={(next) => set(index, next)}
          />
          {form.isList && (
            <>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.up(index + 1)}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                ↑
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.down(index + 1)}
                disabled={index === rows.length - 1}
                onClick={() => move(index, 1)}
              >
                ↓
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.remove(index + 1)}
                disabled={rows.length === 1}
                onClick={() => onChange(rows.toSpliced(index, 1))}
              >
                ✕
              </Button>
            </>
          )}
        </div>
      ))}
      {form.isList && (
        <Button
          size="compact-xs"
          variant="default"
          className={styles['add'] ?? ''}
          onClick={() => onChange([...rows, rows.at(-1) ?? {}])}
        >
          {words.add}
        </Button>
      )}
      <Answer runId={runId} plan={writtenPlan(domain, rows)} />
    </div>
  )
}

function Fields(props: {
  readonly form: PlanForm
  readonly row: PlanRow
  readonly number: number
  readonly list: string
  readonly onChange: (row: PlanRow) => void
}) {
  return props.form.fields.map(({ field, kind }) => {
    const label = words.field[field]
    return (
      <TextInput
        key={field}
        size="xs"
        aria-label={words.row(props.number, label)}
        placeholder={label}
        value={props.row[field] ?? ''}
        error={readField(kind, props.row[field] ?? '') === null}
        {...(kind === 'name' ? { list: props.list } : {})}
        onChange={(event) => props.onChange({ ...props.row, [field]: event.currentTarget.value })}
      />
    )
  })
}

/** Asked a moment after the last change. */
const askAfterMs = 120

/** What the validator says of the plan as it stands in the rows. */
function Answer({ plan, runId }: { readonly runId: string; readonly plan: unknown }) {
  const { connection } = useEngine()
  const [check, setCheck] = useState<PlanCheck>()
  const written = JSON.stringify(plan)
  useEffect(() => {
    setCheck(undefined)
    const wanted: unknown = JSON.parse(written)
    if (wanted === null) return
    let isCurrent = true
    const timer = setTimeout(() => {
      const asked = connection.link().then(({ client }) => client.runs.checkPlan({ runId, plan: wanted }))
      asked.then(
        (answer) => isCurrent && setCheck(answer),
        (error: unknown) =>
          isCurrent && setCheck({ status: 'malformed', why: error instanceof Error ? error.message : String(error) }),
      )
    }, askAfterMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [written, runId, connection])
  const {
    kind,
    reasons = [],
    sign,
    text,
  }: Said = plan === null ? { kind: 'unknown', sign: '?', text: words.unreadable } : answerOf(check)
  return (
    <div role="status" className={styles['answer']} data-outcome={kind}>
      <p>
        <span aria-hidden="true">{sign}</span> {text}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}

interface Said {
  readonly kind: string
  readonly sign: string
  readonly text: string
  readonly reasons?: readonly string[]
}

function answerOf(check: PlanCheck | undefined): Said {
  if (check === undefined) return { kind: 'running', sign: '•', text: words.checking }
  if (check.status === 'malformed') return { kind: 'unknown', sign: '?', text: words.malformed(check.why) }
  const { verdict } = check
  switch (verdict.status) {
    case 'valid':
      return { kind: 'valid', sign: '✓', text: words.valid }
    case 'unknown':
      return { kind: 'unknown', sign: '?', text: words.unknown(verdict.why) }
    case 'invalid': {
      const reasons = [...new Set(verdict.violations.map((one) => one.words))]
      return { kind: 'invalid', sign: '✕', text: words.invalid(verdict.violations.length), reasons }
    }
  }
}
