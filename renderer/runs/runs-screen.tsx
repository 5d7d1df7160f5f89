import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { RunSummary } from '../../src/planning/run-summary.ts'
import { useAnswer } from '../connection/engine-context.ts'
import { useDemonstrate } from '../demonstrate/use-demonstrate.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import { frameStrings } from '../frame/strings.ts'
import { useCommands } from '../frame/use-commands.ts'
import { navigate } from '../frame/use-route.ts'
import { type OutcomeKind, outcomeSigns } from '../run/outcome.ts'
import { findRuns } from './find-runs.ts'
import styles from './runs-screen.module.css'
import { runsStrings as words } from './strings.ts'

const newest = 1000
const rowHeight = 28

const kinds: Readonly<Record<RunSummary['status'], OutcomeKind>> = {
  solved: 'valid',
  unsatisfiable: 'unsatisfiable',
  unknown: 'unknown',
  incomplete: 'unknown',
  failed: 'invalid',
  cancelled: 'skipped',
  running: 'running',
}

/** Every run that was made, newest first. */
export function RunsScreen() {
  const { data, error, refetch } = useAnswer(['runs', newest], (client) => client.runs.list({ limit: newest }))
  const [text, setText] = useState('')
  const [status, setStatus] = useState('')
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const found = findRuns(data ?? [], { text, status })
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const place = Math.max(0, Math.min(found.length - 1, chosen))
  const open = (run = found[place]) => {
    if (run !== undefined) navigate('run', run.runId)
  }
  const choose = (next: number) => {
    const to = Math.max(0, Math.min(found.length - 1, next))
    setChosen(to)
    virtual.scrollToIndex(to)
  }
  useCommands([
    { id: 'filter-runs', title: words.filter, key: '/', run: () => field.current?.focus() },
    { id: 'next-run', title: 'Next run', key: 'j', run: () => choose(place + 1) },
    { id: 'previous-run', title: 'Previous run', key: 'k', run: () => choose(place - 1) },
    { id: 'open-run', title: 'Open the run', key: 'enter', isEnabled: found.length > 0, run: () => open() },
  ])
  useDemonstrate(found[place]?.status === 'running' ? undefined : found[place]?.runId)
  if (error !== null) return <FailureLine error={error} again={() => void refetch()} />
  if (data === undefined) return <p className={styles['quiet']}>{frameStrings.loading}</p>
  if (data.length === 0) {
    return (
      <EmptyState title={words.empty} detail={words.emptyDetail}>
        <Button size="xs" onClick={() => navigate('problem')}>
          {words.toProblem}
        </Button>
      </EmptyState>
    )
  }
  return (
    <section className={styles['screen']} aria-label={words.title}>
      <search className={styles['bar']}>
        <TextInput
          ref={field}
          size="xs"
          className={styles['text'] ?? ''}
          aria-label={words.filter}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={words.status}
          value={status}
          data={[
            { value: '', label: words.anyStatus },
            ...Object.entries(words.statuses).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => setStatus(event.currentTarget.value)}
        />
        <span className={styles['found']} aria-live="polite">
          {data.length === newest && found.length === newest ? words.newest(newest) : words.found(found.length)}
        </span>
      </search>
      {found.length === 0 && <p className={styles['quiet']}>{words.none}</p>}
      <div
        ref={scroller}
        className={styles['list']}
        role="listbox"
        aria-label={words.title}
        tabIndex={0}
        aria-activedescendant={`run-${place}`}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          choose(place + step)
        }}
      >
        <div className={styles['body']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const run = found[index]
            return run === undefined ? null : (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's
              <div
                key={run.runId}
                id={`run-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === place}
                className={styles['row']}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => open(run)}
              >
                <span className={styles['outcome']} data-kind={kinds[run.status]}>
                  <b aria-hidden="true">{outcomeSigns[kinds[run.status]]}</b> {words.statuses[run.status]}
                </span>
                <span>{new Date(run.time).toLocaleString()}</span>
                <span>{run.modelId}</span>
                <span>{run.domain}</span>
                <span className={styles['title']}>{run.title}</span>
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
