import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type MeetingConstraints,
  mostMeetings,
  readMeetings,
  shortestWays,
  type TravelMatrix,
  wayBetween,
} from './meeting-constraints.ts'

const travel: TravelMatrix = {
  Harbour: { Mill: 12, Cross: 30 },
  Mill: { Harbour: 14, Cross: 9 },
  Cross: { Harbour: 20, Mill: 8 },
}
const problem: MeetingConstraints = {
  start: { place: 'Harbour', time: 540 },
  travel,
  people: [
    { name: 'Wilma', place: 'Mill', from: 570, to: 645, min: 45 },
    { name: 'Bruno', place: 'Cross', from: 480, to: 750, min: 90 },
  ],
}
const plan = [
  { person: 'wilma', start: '9:30', end: '10:15' },
  { person: 'Bruno', start: 624, end: 714 },
]

it('counts the people a plan meets', () => {
  expect(readMeetings(problem, travel, plan)).toEqual({ problem: undefined, met: 2 })
  expect(readMeetings(problem, travel, [])).toEqual({ problem: undefined, met: 0 })
  expect(readMeetings(problem, travel, null)).toEqual({ problem: undefined, met: 0 })
})

it('names what is wrong with a day', () => {
  const [wilma, bruno] = plan
  const why = (...steps: unknown[]) => readMeetings(problem, travel, steps).problem

  expect(why(wilma, { ...bruno, start: 623, end: 713 })).toBe('cannot reach Bruno by then')
  expect(why({ ...wilma, start: 569, end: 614 })).toBe('Wilma not there')
  expect(why({ ...wilma, end: '10:14' })).toBe('Wilma too short')
  expect(why(wilma, wilma)).toBe('person wilma')
  expect(why({ ...wilma, person: 'Zoe' })).toBe('person Zoe')
  expect(why({ ...wilma, start: 'early' })).toBe('unreadable plan')
})

it('finds detours that are shorter than the direct way', () => {
  expect(wayBetween(shortestWays(travel), 'Harbour', 'Cross')).toBe(21)
  expect(wayBetween(travel, 'Harbour', 'Cross')).toBe(30)
})

it('meets whoever is too far away by the direct way by way of somebody else', () => {
  const people = [
    { name: 'Wilma', place: 'Mill', from: 500, to: 552, min: 0 },
    { name: 'Bruno', place: 'Cross', from: 516, to: 561, min: 0 },
  ]

  expect(mostMeetings({ ...problem, people }, travel)).toBe(2)
})

it('meets as many people as the best of all orders does', () => {
  const place = fc.constantFrom('Harbour', 'Mill', 'Cross')
  const person = fc.record({ place, from: fc.integer({ min: 500, max: 700 }), length: fc.nat(120), min: fc.nat(60) })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 5 }), (drawn) => {
      const people = drawn.map(({ from, length, ...rest }, index) => ({
        ...rest,
        name: `P${index}`,
        from,
        to: from + length,
      }))
      return mostMeetings({ ...problem, people }, travel) === bestOfAllOrders({ ...problem, people })
    }),
    { numRuns: 200 },
  )
})

/** Everyone in every order, leaving out whom one can't meet. */
function bestOfAllOrders({ people, start }: MeetingConstraints): number {
  const follow = (here: string, now: number, left: MeetingConstraints['people']): number =>
    Math.max(
      0,
      ...left.map((person) => {
        const end = Math.max(now + wayBetween(travel, here, person.place), person.from) + person.min
        const others = left.filter((one) => one !== person)
        return end > person.to ? 0 : 1 + follow(person.place, end, others)
      }),
    )
  return follow(start.place, start.time, people)
}
