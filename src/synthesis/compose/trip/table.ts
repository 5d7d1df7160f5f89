import type { SlotValue } from '../../problem-text.ts'
import type { TripWriter } from './writer.ts'

/** Where the words of a row's earlier cells stand. */
export type RowPoints = Record<string, SlotValue>

/** A column: its header's phrases, and what stands in a row of it. */
export interface Column<Row> {
  readonly header: string
  /** What a cell says can't be told without it. */
  readonly needsHeader?: true
  readonly cell: (row: Row, points: RowPoints) => void
}

/** Only these keep their header in sight of a row far below it. */
const marked = ['markdown', 'markdown', 'markdown', 'open markdown'] as const

/** Writes a table in one of the ways in which tables stand in plain text. */
export function writeTable<Row>(writer: TripWriter, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const isFar = rows.length > 5 || columns.some((column) => column.needsHeader)
  const form = writer.random.pick(isFar ? marked : [...marked, 'tabs', 'semicolons', 'bars'])
  const isOuter =
    form === 'markdown' ||
    (form === 'open markdown' && columns.length < 3) ||
    (form === 'bars' && writer.random.chance(0.5))
  const separator = form === 'tabs' ? '\t' : form === 'semicolons' ? '; ' : ' | '
  const line = (write: (column: Column<Row>) => void) => {
    writer.line(isOuter ? '| ' : '')
    columns.forEach((column, index) => {
      if (index > 0) writer.write(separator)
      write(column)
    })
    if (isOuter) writer.write(' |')
  }
  line((column) => writer.write(writer.words(column.header)))
  if (form.endsWith('markdown')) {
    const rule = columns.map(() => writer.random.pick(['---', '---', ':--'])).join(' | ')
    writer.line(isOuter ? `| ${rule} |` : rule)
  }
  for (const row of rows) {
    const points: RowPoints = {}
    line((column) => column.cell(row, points))
  }
}

/** Writes a value and keeps it for the facts that later cells state. */
export function keep(writer: TripWriter, points: RowPoints, values: Readonly<Record<string, SlotValue>>): void {
  for (const [name, value] of Object.entries(values)) points[name] = writer.point(value)
}
