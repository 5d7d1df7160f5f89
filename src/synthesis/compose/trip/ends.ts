import type { Telling } from './telling.ts'

/** Where the trip begins and ends, in running text. */
export function sayEnds(telling: Telling): void {
  const { writer, trip } = telling
  const { first, last } = trip
  telling.hasEndsToTell = false
  if (first !== null && last !== null && writer.random.chance(0.55)) {
    writer.say('first-last', { city: writer.city(first), end: writer.city(last) })
    return
  }
  if (first !== null) writer.say('first-city', { city: writer.city(first) })
  if (last !== null) writer.say('last-city', { city: writer.city(last) })
}

/** The same on lines of their own. */
export function lineEnds(telling: Telling): void {
  const { writer, trip, layout } = telling
  const { first, last } = trip
  telling.hasEndsToTell = false
  if (first !== null) writer.line(layout.bullet(0)).put('first-line', { city: writer.city(first) }, true)
  if (last !== null) writer.line(layout.bullet(1)).put('last-line', { city: writer.city(last) }, true)
}
