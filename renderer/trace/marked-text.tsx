import { Fragment } from 'react'
import { markedPieces } from './marked-pieces.ts'
import styles from './marked-text.module.css'
import { traceStrings } from './strings.ts'

const words = traceStrings.detail

/** A text in which the marks of our prompt language stand as small numbers and dots, since no font has them. */
export function MarkedText({ text }: { readonly text: string }) {
  let at = 0
  return (
    <>
      {markedPieces(text).map((piece) => {
        const key = at
        at += piece.kind === 'text' ? piece.text.length : 1
        if (piece.kind === 'text') return <span key={key}>{piece.text}</span>
        return piece.kind === 'marker' ? (
          <Fragment key={key}>
            <sup className={styles['marker']} title={words.marker(piece.number)}>
              {piece.number}
            </sup>
            <wbr />
          </Fragment>
        ) : (
          <span key={key} className={styles['structure']} title={words.structure}>
            •
          </span>
        )
      })}
    </>
  )
}
