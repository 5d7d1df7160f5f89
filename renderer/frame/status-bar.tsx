import type { ReactNode } from 'react'
import { ConnectionState } from '../connection/connection-state.tsx'
import { useEngine } from '../connection/engine-context.ts'
import styles from './status-bar.module.css'

/** The last line of the window: the engine, what is loaded, what is queued. */
export function StatusBar({ children }: { readonly children?: ReactNode }) {
  const { connection } = useEngine()
  return (
    <footer className={styles['bar']}>
      <ConnectionState connection={connection} />
      <span className={styles['space']} />
      {children}
    </footer>
  )
}
