import { useSyncExternalStore } from 'react'
import { strings } from '../strings.ts'
import styles from './connection-state.module.css'
import type { EngineConnection } from './engine-connection.ts'

const words = strings.connection

/** Says in one line whether the engine can be asked. */
export function ConnectionState({ connection }: { readonly connection: EngineConnection }) {
  const status = useSyncExternalStore(connection.subscribe, () => connection.status)
  return (
    <p role="status" className={styles['state']} data-status={status}>
      <span aria-hidden="true">{status === 'connected' ? '✓' : '•'}</span>{' '}
      {status === 'lost' && window.planwrightShell === undefined ? words.lostBrowser : words[status]}
    </p>
  )
}
