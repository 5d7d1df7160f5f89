import { Button, Progress } from '@mantine/core'
import type { ComparisonOverview } from '../../src/api/comparisons-contract.ts'
import { useEngine } from '../connection/engine-context.ts'
import { formatTimeLeft } from './format-time-left.ts'
import styles from './queue-bar.module.css'
import { compareStrings } from './strings.ts'

const words = compareStrings.queue

/** How far the unattended work is, how long still, and how to stop it. */
export function QueueBar({ overview }: { readonly overview: ComparisonOverview }) {
  const { ask } = useEngine()
  const { comparison, queue } = overview
  const { comparisonId, state } = comparison
  const isDone = queue.done >= queue.of
  const { current } = queue
  return (
    <div className={styles['bar']}>
      {!isDone && (
        <>
          <Progress
            className={styles['progress'] ?? ''}
            value={(100 * queue.done) / queue.of}
            size="sm"
            color="var(--running)"
            aria-label={words.progress(queue.done, queue.of)}
          />
          <span>{words.progress(queue.done, queue.of)}</span>
          {queue.leftMs !== null && <span>{words.left(formatTimeLeft(queue.leftMs))}</span>}
          {state === 'running' && current === null && <span>{words.waiting}</span>}
          {state !== 'running' && <span>{compareStrings.states[state]}</span>}
          {state === 'running' ? (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void ask((client) => client.comparisons.pause({ comparisonId }))}
            >
              {words.pause}
            </Button>
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void ask((client) => client.comparisons.resume({ comparisonId }))}
            >
              {words.resume}
            </Button>
          )}
          {state === 'running' && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void ask((client) => client.comparisons.cancel({ comparisonId }))}
            >
              {words.cancel}
            </Button>
          )}
        </>
      )}
      {queue.message !== null && <span className={styles['message']}>{queue.message}</span>}
    </div>
  )
}
