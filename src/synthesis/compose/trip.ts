import { readFileSync } from 'node:fs'
import type { RandomSource } from '../../base/random.ts'
import { PhraseBook, type PhraseChoice } from '../phrase-book.ts'
import type { ComposedProblem } from '../problem-text.ts'
import { writeBenchmarkForm } from './trip/benchmark-form.ts'
import { makeTrip, type TripContent } from './trip/content.ts'
import { writeProblem } from './trip/problem.ts'
import { benchmarkStyle, pickRegister, pickStyle } from './trip/registers.ts'
import { TripWriter } from './trip/writer.ts'

/** The wording of the trip domain. */
export const tripPhrases = new PhraseBook(
  JSON.parse(readFileSync(new URL('../../domains/trip/phrases.json', import.meta.url), 'utf8')),
)

/** A random trip problem as one of many people would put it; `difficulty` 0..1 is its size. */
export function composeTrip(random: RandomSource, choice: PhraseChoice, difficulty: number): ComposedProblem {
  const trip = makeTrip(random, choice.split, difficulty)
  // A problem in the benchmark's words states a little more than others do.
  if (random.chance(0.9 * choice.benchmarkShare)) {
    const named = { book: tripPhrases, random, choice: { ...choice, benchmarkShare: 1 }, style: benchmarkStyle }
    const writer = new TripWriter(named)
    writeBenchmarkForm(writer, trip)
    return writer.finish()
  }
  const register = pickRegister(random)
  const style = pickStyle(random, register)
  const writer = new TripWriter({ book: tripPhrases, random, choice: { ...choice, benchmarkShare: 0 }, style })
  writeProblem(writer, style.isLower && random.chance(0.8) ? lowered(trip) : trip, register)
  return writer.finish()
}

/** The same trip with its names in lower case. */
function lowered(trip: TripContent): TripContent {
  const lower = (name: string) => name.toLowerCase()
  return {
    ...trip,
    cities: trip.cities.map((city) => ({ ...city, name: lower(city.name) })),
    events: trip.events.map((event) => ({ ...event, city: lower(event.city) })),
    links: trip.links.map((link) => ({ ...link, a: lower(link.a), b: lower(link.b) })),
    first: trip.first && lower(trip.first),
    last: trip.last && lower(trip.last),
    elsewhere: lower(trip.elsewhere),
  }
}
