import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useEngine } from '../connection/engine-context.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import { writeRoute } from '../frame/route.ts'
import { Split } from '../frame/split.tsx'
import { frameStrings } from '../frame/strings.ts'
import { useCommands } from '../frame/use-commands.ts'
import { navigate } from '../frame/use-route.ts'
import { CellPane } from './cell-pane.tsx'
import { type CellName, DiffPane } from './diff-pane.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { GridPlace } from './grid-focus.ts'
import { Matrix } from './matrix.tsx'
import styles from './matrix-screen.module.css'
import { cellSizes, plainView, withFilter } from './matrix-view.ts'
import { QueueBar } from './queue-bar.tsx'
import { compareStrings as words } from './strings.ts'
import { useFound, useOverview } from './use-matrix.ts'
import { useViewHistory } from './use-view-history.ts'

export interface MatrixScreenProps {
  readonly comparisonId: string
  /** A cell that its address names: it is opened. */
  readonly cell: CellName | undefined
}

/** A comparison: its problems times its variants, how far it is, and what is behind each cell. */
export function MatrixScreen({ cell: asked, comparisonId }: MatrixScreenProps) {
  const { ask } = useEngine()
  const { change, view } = useViewHistory(comparisonId)
  const overview = useOverview(comparisonId)
  const found = useFound(comparisonId, view.filter)
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const [marked, setMarked] = useState<CellName>()
  const [pane, setPane] = useState<'none' | 'peek' | 'diff'>(asked === undefined ? 'none' : 'peek')
  const textField = useRef<HTMLInputElement>(null)

  const problems = found.data?.problems ?? []
  const variants = overview.data?.comparison.variants ?? []
  const columns = variants.flatMap((_, index) => (view.hidden.includes(index) ? [] : [index]))
  const here = {
    row: Math.min(place.row, Math.max(0, problems.length - 1)),
    column: Math.min(place.column, Math.max(0, columns.length - 1)),
  }
  const problem = problems[here.row]
  const variant = columns[here.column]
  const cell = problem === undefined || variant === undefined ? undefined : { problem, variant }
  const state = overview.data?.comparison.state

  const openRun = async () => {
    if (cell === undefined) return
    const { runs } = await ask((client) => client.comparisons.cell({ comparisonId, ...cell }))
    const [run] = runs
    if (run !== undefined) navigate('run', run.runId)
  }
  // An address opens its cell once the rows are known; where the filter hides it, it stays closed.
  const opened = useRef(asked === undefined)
  useEffect(() => {
    if (opened.current || asked === undefined || found.data === undefined || columns.length === 0) return
    opened.current = true
    const [row, column] = [found.data.problems.indexOf(asked.problem), columns.indexOf(asked.variant)]
    if (row >= 0 && column >= 0) setPlace({ row, column })
    else setPane('none')
  }, [asked, columns, found.data])
  const copyAddress = () => {
    if (cell === undefined) return
    const path = [comparisonId, String(cell.problem + 1), String(cell.variant + 1)]
    void navigator.clipboard?.writeText(`${location.origin}/${writeRoute({ screen: 'compare', path })}`)
  }
  const { onlyDiffering, onlyFailures } = view.filter
  const isCell = cell !== undefined
  useCommands([
    {
      id: 'failures',
      title: words.commands.failures,
      key: 'f',
      run: () => change(withFilter(view, { onlyFailures: !onlyFailures })),
    },
    {
      id: 'differing',
      title: words.commands.differing,
      run: () => change(withFilter(view, { onlyDiffering: !onlyDiffering })),
    },
    { id: 'filter', title: words.commands.filter, key: '/', run: () => textField.current?.focus() },
    {
      id: 'peek',
      title: words.commands.peek,
      key: 'space',
      isEnabled: isCell,
      run: () => setPane(pane === 'peek' ? 'none' : 'peek'),
    },
    { id: 'open-cell', title: words.commands.open, key: 'enter', isEnabled: isCell, run: () => void openRun() },
    { id: 'mark', title: words.commands.mark, key: 'm', isEnabled: isCell, run: () => setMarked(cell) },
    {
      id: 'close-pane',
      title: words.peek.close,
      key: 'escape',
      isEnabled: pane !== 'none',
      run: () => setPane('none'),
    },
    { id: 'copy-cell', title: words.commands.copy, key: 'c', isEnabled: isCell, run: copyAddress },
    {
      id: 'diff',
      title: words.commands.diff,
      key: 'd',
      isEnabled: isCell && marked !== undefined,
      run: () => setPane(pane === 'diff' ? 'none' : 'diff'),
    },
    {
      id: 'pause',
      title: words.commands.pause,
      isEnabled: state !== 'done',
      run: () =>
        void ask((client) =>
          state === 'running'
            ? client.comparisons.pause({ comparisonId })
            : client.comparisons.resume({ comparisonId }),
        ),
    },
  ])

  if (overview.error !== null) return <FailureLine error={overview.error} again={() => void overview.refetch()} />
  if (overview.data === undefined) return <p className={styles['loading']}>{frameStrings.loading}</p>
  const { comparison } = overview.data
  const matrix =
    found.data !== undefined && problems.length === 0 ? (
      <EmptyState title={words.matrix.none} detail={found.data.complaint ?? ''}>
        <Button size="xs" variant="default" onClick={() => change({ ...view, filter: plainView.filter })}>
          {words.matrix.clear}
        </Button>
      </EmptyState>
    ) : (
      <Matrix
        label={words.matrix.label}
        overview={overview.data}
        found={problems}
        columns={columns}
        rowHeight={cellSizes[view.size]}
        place={here}
        marked={marked}
        onMove={setPlace}
        onOpen={() => void openRun()}
      />
    )
  return (
    <div className={styles['screen']}>
      <div className={styles['top']}>
        <a href={writeRoute({ screen: 'compare', path: [] })} aria-label={words.back} title={words.back}>
          ‹
        </a>
        <h2>{comparison.name}</h2>
        <QueueBar overview={overview.data} />
      </div>
      <FilterBar
        view={view}
        change={change}
        variants={variants}
        levels={found.data?.levels ?? []}
        complaint={found.data?.complaint ?? null}
        found={problems.length}
        of={comparison.problems}
        textField={textField}
      />
      <div className={styles['body']}>
        {pane === 'diff' && cell !== undefined && marked !== undefined ? (
          <Split name="compare-diff" label={words.diff.title} shares={[50, 50]}>
            {matrix}
            <DiffPane comparison={comparison} marked={marked} here={cell} close={() => setPane('none')} />
          </Split>
        ) : pane === 'peek' && cell !== undefined ? (
          <Split name="compare" label={words.peek.title} shares={[72, 28]}>
            {matrix}
            <CellPane comparison={comparison} {...cell} close={() => setPane('none')} />
          </Split>
        ) : (
          matrix
        )}
      </div>
    </div>
  )
}
