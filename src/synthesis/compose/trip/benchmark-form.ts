import type { TripContent } from './content.ts'
import { pairList } from './links.ts'
import { stay } from './stays.ts'
import type { TripWriter } from './writer.ts'

/** The whole layout of NATURAL PLAN's trips, for a writer whose phrases are the benchmark's. */
export function writeBenchmarkForm(writer: TripWriter, trip: TripContent): void {
  const days = { days: writer.days(trip.totalDays), count: writer.count(trip.cities.length) }
  writer.say('total', days)
  writer.say('rules')
  for (const city of trip.cities) {
    writer.say('stay', stay(writer, city))
    for (const event of trip.events.filter((one) => one.city === city.name && one.from < one.to)) {
      writer.say('event', { city: writer.city(event.city), ...writer.when(event) })
    }
  }
  if (trip.links.length > 0) writeFlights(writer, trip)
  writer.paragraph().put('total-closing', days)
}

function writeFlights(writer: TripWriter, trip: TripContent): void {
  writer.paragraph().put('flights-intro')
  const facts = [
    { predicate: 'flight', args: ['pairs.a', 'pairs.b'], ifWritten: true },
    { predicate: 'flight_oneway', args: ['pairs.from', 'pairs.to'], ifWritten: true },
  ]
  const pairs = pairList(writer, trip.links, { hasCommas: true })
  writer.line().seriesOf('{pairs}.', facts)({ pairs })
}
