import { sayCityBlocks } from './city-blocks.ts'
import { lineEnds, sayEnds } from './ends.ts'
import { eventTable } from './event-table.ts'
import { lineEvents, sayEvents } from './events.ts'
import { flightTable } from './flight-table.ts'
import { sayFlights } from './flights.ts'
import { lineFlights } from './line-flights.ts'
import { stayTable } from './stay-table.ts'
import { lineStays, sayStays } from './stays.ts'
import type { Telling } from './telling.ts'
import { lineTotal, sayTotal } from './total.ts'

export type SectionName = 'total' | 'stays' | 'events' | 'ends' | 'flights'

/** A section in running text. */
export function saySection(telling: Telling, name: SectionName): void {
  const { writer, trip, events } = telling
  if (name === 'total') sayTotal(telling)
  else if (name === 'stays') sayStays(telling)
  else if (name === 'events') sayEvents(writer, events.splice(0))
  else if (name === 'ends') sayEnds(telling)
  else {
    telling.hasFlightsToTell = false
    sayFlights(writer, trip)
  }
}

/** A section set out in lines, as a list or a table. */
export function lineSection(telling: Telling, name: SectionName): void {
  const { writer, layout } = telling
  const { random } = writer
  if (name === 'total') lineTotal(telling)
  else if (name === 'stays') lineStaySection(telling)
  else if (name === 'events') lineEventSection(telling)
  else if (name === 'ends') {
    if (random.chance(0.2)) layout.heading('head-ends')
    lineEnds(telling)
  } else lineFlightSection(telling)
}

function lineStaySection(telling: Telling): void {
  const { writer, trip, layout } = telling
  const { random } = writer
  const canTakeFlights = telling.hasFlightsToTell && !trip.isAllConnected && trip.links.length > 0
  const form = random.pick(['lines', 'lines', 'lines', 'table', 'table', 'cities', 'cities'])
  const hasHeading = random.chance(0.85)
  if (hasHeading) layout.heading('head-stays')
  if (form === 'lines') {
    lineStays(telling, hasHeading && random.chance(0.25))
    return
  }
  const takesFlights = canTakeFlights && random.chance(0.35)
  if (takesFlights) telling.hasFlightsToTell = false
  if (form === 'table') stayTable(telling, takesFlights)
  else sayCityBlocks(telling, takesFlights)
}

function lineEventSection({ writer, layout, events }: Telling): void {
  const own = events.splice(0)
  if (writer.random.chance(0.85)) layout.heading('head-events')
  if (writer.random.chance(0.25)) eventTable(writer, own)
  else lineEvents(writer, own, layout)
}

function lineFlightSection(telling: Telling): void {
  const { writer, trip, layout } = telling
  telling.hasFlightsToTell = false
  if (writer.random.chance(0.22) && trip.links.length > 1 && !trip.isAllConnected) {
    if (writer.random.chance(0.6)) layout.heading('flights-intro')
    flightTable(writer, trip.links)
  } else lineFlights(telling, trip)
}
