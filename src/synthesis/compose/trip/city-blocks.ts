import type { TripCity, TripEvent } from './content.ts'
import { fromBothEnds, type Hub, hubSlots, hubsOf, oneWays } from './links.ts'
import { stay } from './stays.ts'
import type { Telling } from './telling.ts'
import type { TripWriter } from './writer.ts'

/** A city and what belongs to it. */
interface CityPart {
  readonly city: TripCity
  readonly index: number
  readonly events: readonly TripEvent[]
  readonly hubs: readonly Hub[]
  readonly hubGroup: 'hub-key-both' | 'hub-key-oneway'
}

/** Everything about a city under its name, or on its line; takes all events and, if wanted, all flights along. */
export function sayCityBlocks({ writer, trip, events }: Telling, takesFlights: boolean): void {
  const { links } = trip
  const own = events.splice(0)
  const isTwoWay = links.every((link) => link.isTwoWay)
  const neighbours = writer.random.chance(0.5) ? fromBothEnds(links) : links
  const hubs = takesFlights ? hubsOf(isTwoWay ? neighbours : oneWays(links)) : []
  const write = writer.random.chance(0.5) ? blockWriter(writer) : lineWriter(writer)
  trip.cities.forEach((city, index) => {
    write({
      city,
      index,
      events: own.filter((event) => event.city === city.name),
      hubs: hubs.filter(({ hub }) => hub === city.name),
      hubGroup: isTwoWay ? 'hub-key-both' : 'hub-key-oneway',
    })
  })
}

type WriteCity = (part: CityPart) => void

const seriesOfKeys = (writer: TripWriter) => ({
  stay: writer.series('stay-key'),
  event: writer.series('event-key'),
  'hub-key-both': writer.series('hub-key-both'),
  'hub-key-oneway': writer.series('hub-key-oneway'),
})

/** The name as a heading, its facts on lines below. */
function blockWriter(writer: TripWriter): WriteCity {
  const { random } = writer
  const [before, after] = random.pick([
    ['', ':'],
    ['', ':'],
    ['## ', ''],
    ['### ', ''],
    ['**', ':**'],
    ['- ', ':'],
    ['#', ':'],
  ] as const)
  const bullet = random.pick(['- ', '- ', '* ', '  - ', '', '• '])
  const isSpaced = random.chance(0.4)
  const isUpper = random.chance(0.07)
  const say = seriesOfKeys(writer)
  return ({ city, index, events, hubs, hubGroup }) => {
    if (isSpaced && index > 0) writer.paragraph()
    const number = before === '#' ? `${index + 1}. ` : before
    const name = writer.line(number).point(writer.city(city.name, isUpper))
    writer.write(after).line(bullet)
    say.stay({ city: name, days: writer.days(city.days) })
    for (const event of events) {
      writer.line(bullet)
      say.event({ city: name, ...writer.when(event, true), ...writer.occasion(true) })
    }
    for (const hub of hubs) {
      writer.line(bullet)
      say[hubGroup]({ hub: name, to: hubSlots(writer, hub).to })
    }
  }
}

/** One line a city: "Oslo: 5 days, wedding days 3-5, from here to Riga". */
function lineWriter(writer: TripWriter): WriteCity {
  const { random } = writer
  const bullet = random.pick(['- ', '* ', '', '', '• '])
  const separator = random.pick([', ', '; ', ' - ', '. ', ' / '])
  const sayStay = writer.series('stay-line')
  const say = seriesOfKeys(writer)
  return ({ city, events, hubs, hubGroup }) => {
    writer.line(bullet)
    const slots = stay(writer, city)
    const at = sayStay(slots)['city']
    if (at === undefined) return
    const name = { value: city.name, at }
    for (const event of events) {
      writer.write(separator)
      say.event({ city: name, ...writer.when(event, true), ...writer.occasion(true) })
    }
    for (const hub of hubs) {
      writer.write(separator)
      say[hubGroup]({ hub: name, to: hubSlots(writer, hub).to })
    }
  }
}
