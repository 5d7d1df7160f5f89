import { useState } from 'react'
import { PrologLine } from '../prolog/prolog-line.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './span-block-view.module.css'
import type { SpanBlock } from './span-contents.ts'
import { traceStrings } from './strings.ts'

/** More lines than this are shown when they are asked for. */
const mostLines = 16
const words = traceStrings.detail

/** A part of a span's input or output. */
export function SpanBlockView({ block }: { readonly block: SpanBlock }) {
  const { isFolded, role, title } = block
  const heading = role === undefined || role === '' ? title : `${title} · ${role}`
  if (isFolded) {
    return (
      <details className={styles['block']}>
        <summary>{heading}</summary>
        <BlockText block={block} />
      </details>
    )
  }
  return (
    <section className={styles['block']} aria-label={heading}>
      <h4>{heading}</h4>
      <BlockText block={block} />
    </section>
  )
}

function BlockText({ block: { form, text } }: { readonly block: SpanBlock }) {
  const [isWhole, setIsWhole] = useState(false)
  const lines = text.split('\n')
  const shown = isWhole ? lines : lines.slice(0, mostLines)
  return (
    <>
      {form === 'list' ? (
        <ol className={styles['list']}>
          {shown.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
            <li key={index}>{line}</li>
          ))}
        </ol>
      ) : (
        <div className={styles['text']} data-form={form}>
          {form === 'prolog'
            ? shown.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
                <div key={index}>{line === '' ? '\u00a0' : <PrologLine text={line} />}</div>
              ))
            : shown.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
                <div key={index}>{line === '' ? '\u00a0' : <MarkedText text={line} />}</div>
              ))}
        </div>
      )}
      {lines.length > shown.length && (
        <button type="button" className={styles['more']} onClick={() => setIsWhole(true)}>
          {words.lines(lines.length)}
        </button>
      )}
    </>
  )
}
