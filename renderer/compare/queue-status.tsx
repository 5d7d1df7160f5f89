import { useAnswer } from '../connection/engine-context.ts'
import { writeRoute } from '../frame/route.ts'
import { formatTimeLeft } from './format-time-left.ts'
import styles from './queue-status.module.css'
import { compareStrings } from './strings.ts'

const words = compareStrings.queue

/** The comparison that is worked on now, in the status line. */
export function QueueStatus() {
  const { data = [] } = useAnswer(['comparisons', 'list'], (client) => client.comparisons.list())
  const running = data.find(({ comparison, queue }) => comparison.state === 'running' && queue.current !== null)
  if (running === undefined) return null
  const { comparison, queue } = running
  return (
    <a className={styles['link']} href={writeRoute({ screen: 'compare', path: [comparison.comparisonId] })}>
      • {comparison.name} {words.progress(queue.done, queue.of)}
      {queue.leftMs !== null && `, ${words.left(formatTimeLeft(queue.leftMs))}`}
    </a>
  )
}
