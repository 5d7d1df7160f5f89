import { Button } from '@mantine/core'
import type { Column } from '../comparison/column.ts'
import { formatMs } from '../comparison/format.ts'
import { DemonstrateButton } from '../demonstrate/demonstrate-button.tsx'
import { writeRoute } from '../frame/route.ts'
import { outcomeOf, outcomeSigns } from '../run/outcome.ts'
import { strings } from '../strings.ts'
import styles from './run-header.module.css'
import { inspectStrings as words } from './strings.ts'
import type { Rerun, RunAgain } from './use-rerun.ts'
import type { WatchedRun } from './use-run.ts'

export type OpenForm = 'none' | 'sampling' | 'text'

export interface RunHeaderProps {
  readonly runId: string
  readonly watched: WatchedRun
  readonly rerun: Rerun
  readonly again: RunAgain
  readonly form: OpenForm
  readonly onOpen: (form: OpenForm) => void
}

/** What a run says first, where it comes from, and how it is run again. */
export function RunHeader({ again, form, onOpen, rerun, runId, watched }: RunHeaderProps) {
  const { run, start } = watched
  const { detail, kind, word } = outcomeOf(asColumn(runId, watched))
  const isOver = watched.state === 'ended'
  const about = [
    run.model === undefined ? '' : `${run.model.id} · ${run.model.quantization}`,
    strings.domains[run.domain ?? ''] ?? '',
    run.end === undefined ? '' : formatMs(run.end.timings.totalMs),
    run.startedAt === undefined
      ? ''
      : new Date(run.startedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  ].filter((part) => part !== '')
  const toggle = (wanted: OpenForm) => onOpen(form === wanted ? 'none' : wanted)
  return (
    <header className={styles['header']}>
      <div className={styles['line']}>
        <p className={styles['answer']} data-outcome={kind} data-testid="outcome" title={detail}>
          <span aria-hidden="true">{outcomeSigns[kind]}</span> <strong>{word}</strong> {detail}
        </p>
        <span className={styles['about']}>{about.join(' · ')}</span>
        {isOver && <DemonstrateButton runId={runId} />}
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={form === 'text'}
          disabled={!isOver}
          onClick={() => toggle('text')}
        >
          {words.text.title}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={form === 'sampling'}
          disabled={!isOver}
          onClick={() => toggle('sampling')}
        >
          {words.sampling.title}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isOver || rerun.isStarting || again.isAsking}
          onClick={again.ask}
        >
          {again.isAsking ? words.again.asking : words.again.button}
        </Button>
      </div>
      {start?.parent !== undefined && (
        <p className={styles['child']}>
          {words.child} <a href={writeRoute({ screen: 'run', path: [start.parent.runId] })}>{start.parent.runId}</a>,{' '}
          {words.hop[start.parent.hop]}
        </p>
      )}
      {rerun.refusal !== undefined && (
        <p role="alert" className={styles['refusal']}>
          <span aria-hidden="true">✕</span> {words.refused} {rerun.refusal}
        </p>
      )}
      {again.drift.length > 0 && (
        <div role="alert" className={styles['drift']}>
          <p>
            <span aria-hidden="true">?</span> {words.again.drifted(again.drift.length)}
          </p>
          <ul>
            {again.drift.map((one) => (
              <li key={`${one.what} ${one.name ?? ''}`}>{words.again.drift(one)}</li>
            ))}
          </ul>
          <Button size="compact-xs" onClick={() => void rerun.run({ hop: 'none' })}>
            {words.again.anyway}
          </Button>
          <Button size="compact-xs" variant="default" onClick={again.leave}>
            {words.again.leave}
          </Button>
        </div>
      )}
    </header>
  )
}

/** A run as the problem page has it, which knows the words for every outcome. */
export function asColumn(runId: string, { run, state }: WatchedRun): Column {
  const states = { reading: 'starting', running: 'running', ended: 'ended', missing: 'lost' } as const
  return { key: 0, modelId: run.model?.id ?? '', state: states[state], runId, run, message: undefined }
}
