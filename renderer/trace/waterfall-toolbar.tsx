import type { Ref } from 'react'
import { type SpanKind, spanKinds } from './describe-span.ts'
import type { SpanFilter } from './search-spans.ts'
import { traceStrings } from './strings.ts'
import styles from './waterfall-toolbar.module.css'

const words = traceStrings.toolbar

export interface WaterfallToolbarProps {
  readonly filter: SpanFilter
  readonly change: (filter: SpanFilter) => void
  readonly count: { readonly shown: number; readonly all: number }
  readonly isFiltered: boolean
  readonly searchRef: Ref<HTMLInputElement>
  /** Enter and Escape leave the search for what it found. */
  readonly backToRows: () => void
}

/** What is looked for in the trace. */
export function WaterfallToolbar(props: WaterfallToolbarProps) {
  const { backToRows, change, count, filter, isFiltered, searchRef } = props
  return (
    <div className={styles['toolbar']}>
      <input
        ref={searchRef}
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={filter.text}
        onChange={(event) => change({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') change({ ...filter, text: '' })
          backToRows()
        }}
      />
      <select
        aria-label={words.kind}
        value={filter.kind}
        onChange={(event) => {
          const { value } = event.currentTarget
          change({ ...filter, kind: spanKinds.find((kind): kind is SpanKind => kind === value) ?? 'all' })
        }}
      >
        {(['all', ...spanKinds] as const).map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
      <label className={styles['problems']}>
        <input
          type="checkbox"
          checked={filter.onlyProblems}
          onChange={(event) => change({ ...filter, onlyProblems: event.currentTarget.checked })}
        />
        {words.problems}
      </label>
      <span role="status" className={styles['count']}>
        {words.found(isFiltered ? count.shown : count.all, count.all)}
      </span>
      <span className={styles['keys']}>{words.keys}</span>
    </div>
  )
}
