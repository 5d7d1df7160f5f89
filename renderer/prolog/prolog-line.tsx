import { Fragment } from 'react'
import { highlightProlog } from './highlight.ts'
import styles from './prolog-line.module.css'

/** One line of Prolog in its colours. */
export function PrologLine({ text }: { readonly text: string }) {
  let at = 0
  return (
    <code className={styles['line']}>
      {highlightProlog(text).map((piece) => {
        const key = at
        at += piece.text.length
        if (piece.token === undefined) return <Fragment key={key}>{piece.text}</Fragment>
        return (
          <span key={key} className={styles[piece.token]} data-token={piece.token}>
            {piece.text}
          </span>
        )
      })}
    </code>
  )
}
