import type { SlotValue } from '../../problem-text.ts'
import type { Friend } from './content.ts'
import type { MeetingWriter, Written } from './writer.ts'

type Column = 'who' | 'place' | 'from' | 'to' | 'window' | 'length'

/** What opens a row, divides and closes it: markdown, bare pipes, tabs, commas, semicolons. */
const borders = [
  ['| ', ' | ', ' |'],
  ['| ', ' | ', ' |'],
  ['| ', ' | ', ' |'],
  ['', ' | ', ''],
  ['', '\t', ''],
  ['', ', ', ''],
  ['', ',', ''],
  ['', '; ', ''],
] as const

/** Friends as a table: markdown, tabs, commas. */
export function writePeopleTable(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const [open, between, close] = random.pick(borders)
  const markdown = open !== ''
  const time: Column[] = random.chance(0.6) ? ['from', 'to'] : ['window']
  const withLength = content.lengths !== 'all'
  const rest: Column[] = withLength ? ['place', ...time, 'length'] : ['place', ...time]
  const columns: Column[] = random.pick([
    ['who', ...rest],
    ['who', ...rest],
    ['place', 'who', ...rest.slice(1)],
    [...time, 'who', 'place', ...(withLength ? (['length'] as const) : [])],
    ['who', ...(withLength ? (['length'] as const) : []), 'place', ...time],
  ])
  writer.endLine()
  out.write(open)
  columns.forEach((column, index) => {
    if (index > 0) out.write(between)
    out.phrase(`column-${column}`)
  })
  out.write(`${close}\n`)
  if (markdown) out.write(`${open}${columns.map(() => random.pick(['---', '---', ':---'])).join(between)}${close}\n`)
  const dash = random.pick(['-', '–', ' to '])
  const missing = random.pick(['-', '—', '', '?'].slice(0, 2))
  content.friends.forEach((friend, index) => {
    out.write(open)
    writeRow(writer, { friend, columns, between, dash, missing, own: content.lengths === 'each' || index % 3 === 0 })
    out.write(`${close}\n`)
    if (friend.second === null) return
    out.write(open)
    writeRow(writer, { friend: { ...friend, ...friend.second }, columns, between, dash, missing, own: false })
    out.write(`${close}\n`)
  })
  if (content.lengths !== 'each') {
    const length = writer.length(content.commonLengthMin)
    if (content.lengths === 'all' || content.friends.length > 1)
      writer.line(content.lengths === 'all' ? 'min-all' : 'min-rest', { length })
  }
}

function writeRow(
  writer: MeetingWriter,
  row: { friend: Friend; columns: readonly Column[]; between: string; dash: string; missing: string; own: boolean },
): void {
  const { out } = writer
  const { friend, missing } = row
  const cells: Partial<Record<Column, Written>> = {}
  const write = (words: SlotValue & { readonly text: string }): Written => {
    return { ...words, at: out.writeRange(words.text) }
  }
  row.columns.forEach((column, index) => {
    if (index > 0) out.write(row.between)
    if (column === 'who') cells.who = write(writer.name(friend.who))
    if (column === 'place') cells.place = write(writer.name(friend.place))
    if (column === 'length') {
      if (row.own) cells.length = write(writer.digits(friend.lengthMin))
      else out.write(missing)
    }
    if (column === 'from' || column === 'window') {
      if (friend.fromMin !== null) cells.from = write(writer.clock(friend.fromMin))
      else if (column === 'from' || friend.toMin === null) out.write(missing)
    }
    if (column === 'window' && (friend.fromMin !== null || friend.toMin !== null))
      out.write(friend.fromMin === null || friend.toMin === null ? '–' : row.dash)
    if (column === 'to' || column === 'window') {
      if (friend.toMin !== null) cells.to = write(writer.clock(friend.toMin))
      else if (column === 'to') out.write(missing)
    }
  })
  out.fact('available', [cells.who ?? null, cells.place ?? null, cells.from ?? null, cells.to ?? null])
  if (cells.length !== undefined) out.fact('meet_min', [cells.who ?? null, cells.length])
}
