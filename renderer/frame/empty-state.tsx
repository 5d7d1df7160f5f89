import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What a screen or a part of it is for, and the one thing that fills it. */
export function EmptyState(props: { readonly title: string; readonly detail: string; readonly children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <h2>{props.title}</h2>
      <p>{props.detail}</p>
      {props.children}
    </div>
  )
}
