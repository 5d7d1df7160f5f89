import type { Person } from './content.ts'
import {
  type Cell,
  column,
  dayCell,
  entries,
  type Grid,
  nameCell,
  state,
  timesCell,
  type Written,
  writeSlot,
  writtenTime,
} from './table-cells.ts'
import { timeParts } from './times.ts'
import { put } from './writer.ts'

const written = <Value>(value: Value): Written<Value> => ({ value, at: undefined })

/** Names down, days across. */
export function daysAcross(grid: Grid): void {
  const { writer, rows, kind } = grid
  const days = writer.content.days.map(written)
  grid.head([column(writer, 'col-name'), ...days.map((day) => dayCell(writer, day))])
  for (const person of rows) {
    const who = written(person)
    const cells = days.map(
      (day): Cell =>
        () =>
          timesCell(grid, { who, day }, timesOn(person, kind, day.value)),
    )
    grid.line([nameCell(writer, who), ...cells])
  }
}

/** Days down, names across. */
export function namesAcross(grid: Grid): void {
  const { writer, rows, kind } = grid
  const names = rows.map((person) => written(person))
  grid.head([column(writer, 'col-day'), ...names.map((who) => nameCell(writer, who))])
  for (const dayName of writer.content.days) {
    const day = written(dayName)
    const cells = names.map(
      (who): Cell =>
        () =>
          timesCell(grid, { who, day }, timesOn(who.value, kind, dayName)),
    )
    grid.line([dayCell(writer, day), ...cells])
  }
}

const timesOn = (person: Person, kind: Grid['kind'], day: string) =>
  entries(person, kind)
    .filter((each) => (each.day ?? day) === day)
    .map((each) => each.time)

/** A row an entry: name, day, from, to. */
export function rowPerEntry(grid: Grid, times: string): void {
  const { writer, rows, kind } = grid
  const { content, text, random, voice } = writer
  const withDay = content.days.length > 1 || random.chance(0.4)
  const split = random.chance(0.6)
  const ends = split ? [column(writer, 'col-from'), column(writer, 'col-to')] : [column(writer, times)]
  grid.head([column(writer, 'col-name'), ...(withDay ? [column(writer, 'col-day')] : []), ...ends])
  for (const person of rows) {
    for (const entry of entries(person, kind)) {
      const who = written(person)
      const day = withDay ? written(entry.day ?? content.days[0] ?? '') : null
      const time = writtenTime(entry.time)
      const parts = timeParts(writer, entry.time)
      const open = random.pick(['-', '', '...'])
      const allDay = time.from === null && time.to === null
      const fromCell: Cell = () => {
        if (time.from === null) put(writer, allDay ? 'all day' : open)
        else writeSlot(writer, time.from, parts.from)
      }
      const toCell: Cell = () => {
        if (time.to === null) text.write(open)
        else writeSlot(writer, time.to, parts.to)
      }
      const both: Cell = () => {
        if (allDay) return put(writer, 'all day')
        if (time.from === null) put(writer, 'until ')
        writeSlot(writer, time.from, parts.from)
        if (time.from !== null) text.write(voice.wordy ? ' to ' : '-')
        if (time.to === null) put(writer, random.pick(['close', 'end']))
        writeSlot(writer, time.to, parts.to)
      }
      grid.line([
        nameCell(writer, who),
        ...(day === null ? [] : [dayCell(writer, day)]),
        ...(split ? [fromCell, toCell] : [both]),
      ])
      state(grid, { who, day }, time)
    }
  }
}

/** A row a person, all times in one cell. */
export function rowPerPerson(grid: Grid, times: string): void {
  const { writer, rows, kind } = grid
  const { random, text, voice } = writer
  grid.head([column(writer, 'col-name'), column(writer, times)])
  for (const person of rows) {
    const own = entries(person, kind)
    const who = written(person)
    const all: Cell = () => {
      const days = [...new Set(own.map((each) => each.day))]
      if (days.length === 0) text.phrase('all-free-cell')
      const mark = random.pick([' ', ': ', ' '])
      days.forEach((dayName, index) => {
        if (index > 0) text.write(random.pick([', ', '; ']))
        const day = dayName === null ? null : { value: dayName, at: text.writeRange(voice.day(dayName)) }
        if (day !== null) text.write(mark)
        const here = own.filter((each) => each.day === dayName).map((each) => each.time)
        timesCell(grid, { who, day }, here)
      })
    }
    grid.line([nameCell(writer, who), all])
  }
}
