import { Button, CloseButton } from '@mantine/core'
import { formatBytes } from '../comparison/format.ts'
import type { ModelTask, WorkProgress } from './model-work.ts'
import { modelStrings } from './strings.ts'
import styles from './task-line.module.css'

const words = modelStrings.work
const actions = modelStrings.actions

/** One long piece of work: what it does, how far it is, how to stop it; or why it failed and what to do. */
export function TaskLine({ dismiss, task }: { readonly task: ModelTask; readonly dismiss: () => void }) {
  const { failure, kind, progress, subject } = task
  const title = words[kind](subject)
  if (failure !== undefined) {
    return (
      <div className={styles['failed']} role="alert">
        <p>
          <span aria-hidden="true">✕</span> <strong>{title}:</strong> {failure.message}{' '}
          {failure.wayOut !== undefined && <span className={styles['way']}>{failure.wayOut}</span>}
        </p>
        <Button size="compact-xs" variant="default" onClick={task.again}>
          {actions.again}
        </Button>
        <CloseButton size="xs" aria-label={`${actions.dismiss}: ${title}`} onClick={dismiss} />
      </div>
    )
  }
  return (
    <div className={styles['task']}>
      <span>
        <span className={styles['sign']} aria-hidden="true">
          •
        </span>{' '}
        {title}
      </span>
      <span className={styles['how']}>{progress === undefined ? words.beginning : progressWords(progress)}</span>
      <progress
        className={styles['bar']}
        aria-label={title}
        value={progress === undefined ? undefined : shareOf(progress)}
        max={1}
      />
      <Button size="compact-xs" variant="default" onClick={task.cancel}>
        {actions.cancel}
      </Button>
    </div>
  )
}

const stages: Readonly<Record<string, string>> = words.stages

function progressWords(progress: WorkProgress): string {
  switch (progress.type) {
    case 'composing':
      return words.composing(progress.done, progress.of)
    case 'problem':
      return words.solving(progress.done, progress.of, progress.correct)
    case 'loading':
      return stages[progress.stage] ?? progress.stage
    case 'progress':
      if (progress.stage !== undefined) return stages[progress.stage] ?? progress.stage
      return words.bytes(formatBytes(progress.doneBytes), formatBytes(progress.totalBytes))
  }
}

function shareOf(progress: WorkProgress): number {
  if (progress.type === 'composing' || progress.type === 'problem') return progress.done / progress.of
  if (progress.stage !== undefined) return progress.fraction
  return progress.totalBytes === 0 ? 0 : progress.doneBytes / progress.totalBytes
}
