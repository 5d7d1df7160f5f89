import type { Fact } from '../../planning/fact.ts'
import { createTravelJudge } from '../meeting/judge-travel.ts'

/** The greatest number of people met, by walking through every order of every choice of people and windows. */
export function mostMeetings(facts: readonly Fact[]): number {
  const travel = createTravelJudge(facts)
  const start = facts.find(({ predicate }) => predicate === 'start')?.args ?? []
  const general = facts.find(({ predicate, args }) => predicate === 'meet_min' && args[0] === null)
  const windows = facts
    .filter(({ predicate }) => predicate === 'available')
    .map(({ args: [who, place, from, to] }) => {
      const own = facts.find(({ predicate, args }) => predicate === 'meet_min' && args[0] === who)
      const length = Number((own ?? general)?.args[1])
      return { who, place: String(place), from: Number(from ?? 0), to: Number(to ?? 1440), length }
    })
  const walk = (place: string, time: number, met: readonly unknown[]): number =>
    windows.reduce((most, window) => {
      const way = travel(place, window.place)
      if (way === null || met.includes(window.who)) return most
      const end = Math.max(window.from, time + way) + window.length
      return end > window.to ? most : Math.max(most, walk(window.place, end, [...met, window.who]))
    }, met.length)
  return walk(String(start[0]), Number(start[1]), [])
}
