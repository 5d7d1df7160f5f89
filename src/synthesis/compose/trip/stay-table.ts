import type { TripCity, TripEvent, TripLink } from './content.ts'
import { fromBothEnds, hubSlots, hubsOf, oneWays } from './links.ts'
import { type Column, keep, writeTable } from './table.ts'
import type { Telling } from './telling.ts'
import type { TripWriter } from './writer.ts'

/** Cities and days, often with what happens there and where one can go on to. */
export function stayTable({ writer, trip, events }: Telling, takesFlights: boolean): void {
  const isBare = writer.random.chance(0.7)
  const columns: Column<TripCity>[] = [
    {
      header: 'cell-city',
      cell: (city, points) => keep(writer, points, { city: writer.city(city.name) }),
    },
    {
      header: 'cell-days',
      cell: (city, points) => {
        const days = writer.days(city.days)
        writer.seriesOf(isBare ? '{days:bare}' : '{days}', [{ predicate: 'stay', args: ['city', 'days'] }])({
          ...points,
          days,
        })
      },
    },
  ]
  if (events.length > 0 && writer.random.chance(0.7)) columns.push(notesColumn(writer, events.splice(0)))
  if (takesFlights) columns.push(flightsColumn(writer, trip.links))
  writeTable(writer, columns, trip.cities)
}

function notesColumn(writer: TripWriter, events: readonly TripEvent[]): Column<TripCity> {
  const blank = writer.random.pick(['', '-', '–', ''])
  return {
    header: 'cell-notes',
    cell: (city, points) => {
      const here = events.filter((event) => event.city === city.name)
      if (here.length === 0) writer.write(blank)
      here.forEach((event, index) => {
        if (index > 0) writer.write(', ')
        writer.put('event-key', { ...points, ...writer.when(event, true), ...writer.occasion(true) })
      })
    },
  }
}

function flightsColumn(writer: TripWriter, links: readonly TripLink[]): Column<TripCity> {
  const isTwoWay = links.every((link) => link.isTwoWay)
  const hubs = hubsOf(isTwoWay ? fromBothEnds(links) : oneWays(links))
  const predicate = isTwoWay ? 'flight' : 'flight_oneway'
  return {
    header: isTwoWay ? 'cell-connected' : 'cell-onward',
    needsHeader: true,
    cell: (city, points) => {
      const hub = hubs.find((one) => one.hub === city.name)
      if (hub === undefined) return
      const { to } = hubSlots(writer, hub)
      writer.seriesOf('{to}', [{ predicate, args: ['city', 'to.city'] }])({ ...points, to })
    },
  }
}
