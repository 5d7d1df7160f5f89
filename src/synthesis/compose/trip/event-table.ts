import type { TripEvent } from './content.ts'
import { type Column, keep, writeTable } from './table.ts'
import type { TripWriter } from './writer.ts'

export function eventTable(writer: TripWriter, events: readonly TripEvent[]): void {
  const cityColumn: Column<TripEvent> = {
    header: 'cell-city',
    cell: ({ city }, points) => keep(writer, points, { city: writer.city(city) }),
  }
  const what: Column<TripEvent> = { header: 'cell-what', cell: () => writer.write(writer.words('activity-short')) }
  const from: Column<TripEvent> = {
    header: 'cell-from-day',
    cell: (event, points) => keep(writer, points, { from: writer.day(event.from) }),
  }
  const to: Column<TripEvent> = {
    header: 'cell-to-day',
    cell: (event, points) => {
      writer.seriesOf('{to}', [{ predicate: 'event', args: ['city', 'from', 'to'] }])({
        ...points,
        to: writer.day(event.to),
      })
    },
  }
  const when: Column<TripEvent> = {
    header: 'cell-when',
    cell: (event, points) => {
      const { from: first, to: last } = event
      const template = first === last ? '{from}' : writer.random.pick(['{from}-{to}', '{from}–{to}', '{from} - {to}'])
      const facts = [{ predicate: 'event', args: ['city', 'from', first === last ? 'from' : 'to'] }]
      writer.seriesOf(template, facts)({ ...points, from: writer.day(first), to: writer.day(last) })
    },
  }
  const days = writer.random.chance(0.6) ? [when] : [from, to]
  const orders = [
    [cityColumn, what, ...days],
    [what, cityColumn, ...days],
    [cityColumn, ...days, what],
    [cityColumn, ...days],
  ]
  writeTable(writer, writer.random.pick(orders), events)
}
