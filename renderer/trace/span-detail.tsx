import type { KeyboardEventHandler, Ref } from 'react'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import { formatMs } from '../comparison/format.ts'
import { markOf, titleOf } from './describe-span.ts'
import { showAttribute } from './span-attributes.ts'
import { SpanBlockView } from './span-block-view.tsx'
import { readSpan } from './span-contents.ts'
import styles from './span-detail.module.css'
import { SpanTokens } from './span-tokens.tsx'
import { traceStrings } from './strings.ts'

const words = traceStrings.detail

export interface SpanDetailProps {
  readonly ref: Ref<HTMLElement>
  readonly span: TraceSpan
  readonly traceStartMs: number
  readonly close: () => void
  readonly onKeyDown: KeyboardEventHandler
}

/** All of one span, to be read: what went in, what came out, and everything else that it carries. */
export function SpanDetail({ close, onKeyDown, ref, span, traceStartMs }: SpanDetailProps) {
  const { attributes, blocks, tokens } = readSpan(span)
  const { note, title } = titleOf(span)
  const mark = markOf(span)
  return (
    <aside ref={ref} tabIndex={-1} aria-label={words.label} className={styles['detail']} onKeyDown={onKeyDown}>
      <header className={styles['header']}>
        <div className={styles['heading']}>
          <h3>
            {title} {note !== '' && <span className={styles['note']}>{note}</span>}
          </h3>
          <p className={styles['times']}>
            {mark !== undefined && (
              <span className={styles['mark']} data-tone={mark.tone}>
                <span aria-hidden="true">{mark.sign}</span> {mark.word}
              </span>
            )}
            <span>{words.from(formatMs(span.startMs - traceStartMs), formatMs(span.endMs - span.startMs))}</span>
          </p>
        </div>
        <button type="button" className={styles['close']} aria-label={words.close} onClick={close}>
          ×
        </button>
      </header>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move, and a conversation has many of one title
        <SpanBlockView key={index} block={block} />
      ))}
      {tokens.length > 0 && <SpanTokens tokens={tokens} />}
      {span.events.length > 0 && (
        <details className={styles['part']}>
          <summary>{words.events(span.events.length)}</summary>
          {span.events.map((event, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events never move
            <div key={index}>
              <p className={styles['event']}>
                {event.name} <span className={styles['note']}>{formatMs(event.timeMs - traceStartMs)}</span>
              </p>
              <AttributeTable
                attributes={Object.entries(event.attributes).flatMap(([name, value]) =>
                  value === undefined ? [] : [[name, showAttribute(value)] as const],
                )}
              />
            </div>
          ))}
        </details>
      )}
      <details className={styles['part']} open={blocks.length === 0}>
        <summary>{words.attributes(attributes.length)}</summary>
        <AttributeTable attributes={attributes} />
      </details>
    </aside>
  )
}

function AttributeTable({ attributes }: { readonly attributes: readonly (readonly [string, string])[] }) {
  if (attributes.length === 0) return null
  return (
    <table className={styles['attributes']}>
      <thead className="only-heard">
        <tr>
          <th scope="col">{words.attribute}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
