import type { TextRange } from '../../../planning/segment.ts'
import type { SlotValue } from '../../problem-text.ts'
import type { Interval } from './constraint.ts'
import type { Person } from './content.ts'
import { writeName } from './lists.ts'
import { nameOf } from './subject.ts'
import { timeParts } from './times.ts'
import { put, type Writer } from './writer.ts'

/** Writes one cell. */
export type Cell = () => void
export type TableKind = 'busy' | 'free'

/** A table being written: its rows of people, what its times mean, how a line and the header are laid out. */
export interface Grid {
  readonly writer: Writer
  readonly rows: readonly Person[]
  readonly kind: TableKind
  readonly head: (cells: readonly Cell[]) => void
  readonly line: (cells: readonly Cell[]) => void
}

/** Words written in a cell, once they are. */
export interface Written<Value> {
  readonly value: Value
  at: TextRange | undefined
}

export const nameCell =
  (writer: Writer, who: Written<Person>): Cell =>
  () => {
    who.at = writeName(writer, who.value)
  }

export const dayCell =
  (writer: Writer, day: Written<string>): Cell =>
  () => {
    day.at = writer.text.writeRange(writer.voice.day(day.value))
  }

export const column =
  (writer: Writer, group: string): Cell =>
  () => {
    const start = writer.text.length
    writer.text.phrase(group)
    if (!writer.voice.lower) writer.text.capitalize(start)
  }

/** Days and times of a person, in order. */
export function entries(person: Person, kind: TableKind): { day: string | null; time: Interval }[] {
  return person.constraints.flatMap((each) =>
    each.kind === kind ? each.days.flatMap(({ day, times }) => times.map((time) => ({ day, time }))) : [],
  )
}

/** Whose time it is, and on which day. */
export interface Owner {
  readonly who: Written<Person>
  readonly day: Written<string> | null
}

/** The times of one cell, each stated as it is written. */
export function timesCell(grid: Grid, owner: Owner, times: readonly Interval[]): void {
  const { random, text, voice } = grid.writer
  if (times.length === 0) {
    if (grid.kind === 'busy') text.phrase('all-free-cell')
    else text.write(random.pick(['-', '', '–']))
    return
  }
  const dash = voice.wordy ? ' to ' : random.pick(['-', '-', '–', ' - ', ' to '])
  times.forEach((time, index) => {
    if (index > 0) text.write(random.pick([', ', ', ', '; ']))
    state(grid, owner, writeTime(grid.writer, time, dash))
  })
}

export interface WrittenTime {
  readonly from: Written<number> | null
  readonly to: Written<number> | null
}

function writeTime(writer: Writer, time: Interval, dash: string): WrittenTime {
  const { random } = writer
  const { from, to } = writtenTime(time)
  const parts = timeParts(writer, time)
  if (from === null && to === null) put(writer, random.pick(['all day', 'all day', 'whole day']))
  else if (from === null) put(writer, random.pick(['until ', 'till ', 'before ']))
  else if (to === null) put(writer, random.pick(['from ', 'after ']))
  writeSlot(writer, from, parts.from)
  if (from !== null && to !== null) writer.text.write(dash)
  writeSlot(writer, to, parts.to)
  return { from, to }
}

export const writtenTime = ({ from, to }: Interval): WrittenTime => ({
  from: from === null ? null : { value: from, at: undefined },
  to: to === null ? null : { value: to, at: undefined },
})

export function writeSlot(writer: Writer, target: Written<number> | null, words: SlotValue | null): void {
  if (target !== null && words !== null) target.at = writer.text.writeRange(words.text ?? '')
}

/** States the fact of an entry whose words are all written. */
export function state(grid: Grid, { who, day }: Owner, { from, to }: WrittenTime): void {
  const slot = <Value extends string | number>(written: Written<Value> | null) =>
    written?.at === undefined ? null : { value: written.value, at: written.at }
  const name = who.at === undefined ? null : { value: nameOf(grid.writer, who.value).value, at: who.at }
  grid.writer.text.fact(grid.kind, [name, slot(day), slot(from), slot(to)])
}
