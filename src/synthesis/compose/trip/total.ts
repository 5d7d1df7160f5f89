import type { Telling } from './telling.ts'

export const totalSlots = ({ writer, trip }: Telling) => ({
  days: writer.days(trip.totalDays),
  count: writer.count(trip.cities.length),
})

/** How long the trip takes, sometimes with where it begins and ends. */
export function sayTotal(telling: Telling): void {
  const { writer, trip } = telling
  const { first, last } = trip
  telling.hasTotalToTell = false
  if (first === null || last === null || !telling.hasEndsToTell || writer.random.chance(0.7)) {
    writer.say('total', totalSlots(telling))
    return
  }
  telling.hasEndsToTell = false
  writer.say('total-ends', { ...totalSlots(telling), city: writer.city(first), end: writer.city(last) })
}

export function lineTotal(telling: Telling): void {
  const { writer, layout } = telling
  telling.hasTotalToTell = false
  if (writer.random.chance(0.25)) layout.heading('head-total')
  writer.line(layout.bullet(0)).put('total-line', totalSlots(telling), true)
}
