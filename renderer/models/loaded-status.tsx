import { formatBytes } from '../comparison/format.ts'
import { useAnswer } from '../connection/engine-context.ts'
import { writeRoute } from '../frame/route.ts'
import styles from './loaded-status.module.css'

/** Models that are in memory and what they take, in the status line. */
export function LoadedStatus() {
  const { data = [] } = useAnswer(['models', 'loaded'], (client) => client.models.loaded())
  return data.map(({ id, memoryBytes }) => (
    <a key={id} className={styles['link']} href={writeRoute({ screen: 'models', path: [id] })}>
      {id} {memoryBytes === null ? '' : formatBytes(memoryBytes)}
    </a>
  ))
}
