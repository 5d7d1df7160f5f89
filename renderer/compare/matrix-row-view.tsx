import { memo } from 'react'
import type { MatrixRow } from '../../src/api/comparisons-contract.ts'
import type { GridPlace } from './grid-focus.ts'
import styles from './matrix.module.css'
import { cellLabel, MatrixCellView } from './matrix-cell-view.tsx'
import { compareStrings } from './strings.ts'

const words = compareStrings.matrix

export interface MatrixRowViewProps {
  /** Undefined until it is here: its place is kept. */
  readonly row: MatrixRow | undefined
  readonly index: number
  readonly top: number
  readonly columns: readonly number[]
  readonly repeats: number
  /** The column that has the focus, where it is in this row. */
  readonly active: number | undefined
  /** The variant whose cell is marked. */
  readonly marked: number | undefined
  readonly onMove: (place: GridPlace) => void
  readonly onOpen: () => void
}

/** One problem: its words, then a cell for each variant. */
export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowViewProps) {
  const { active, columns, index, marked, onMove, onOpen, repeats, row, top } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is on the grid, which names its active cell
    <div role="row" aria-rowindex={index + 2} className={styles['row']} style={{ top }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus is on the grid, which names its active cell */}
      <div role="rowheader" className={styles['problem']} title={row?.title}>
        <span className={styles['level']}>{row?.level ?? ''}</span>
        <span>{row?.title ?? words.loading}</span>
      </div>
      {columns.map((variant, column) => {
        const cell = row?.cells[variant]
        return (
          // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
          // biome-ignore lint/a11y/useFocusableInteractive: the focus is on the grid, which names its active cell
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the grid's
          <div
            key={variant}
            id={`cell-${index}-${column}`}
            role="gridcell"
            aria-selected={active === column}
            aria-label={
              cell === undefined
                ? words.loading
                : cellLabel(cell, repeats) + (marked === variant ? `, ${words.marked}` : '')
            }
            className={styles['cell']}
            data-marked={marked === variant}
            onClick={() => onMove({ row: index, column })}
            onDoubleClick={onOpen}
          >
            {cell !== undefined && <MatrixCellView cell={cell} repeats={repeats} />}
          </div>
        )
      })}
    </div>
  )
})
