import { expect, it } from 'vitest'
import { type TripConstraints, tripProblem } from './trip-constraints.ts'

const problem: TripConstraints = {
  stays: { Turin: 4, Bergen: 3, Graz: 4 },
  flights: [
    ['Turin', 'Bergen'],
    ['Bergen', 'Graz'],
    ['Graz', 'Turin'],
  ],
  events: [{ city: 'Graz', from: 7, to: 8 }],
  totalDays: 9,
}
const plan = [
  { city: 'turin', from: 1, to: 4 },
  { city: 'Bergen', from: 4, to: 6 },
  { city: 'Graz', from: 6, to: 9 },
]

it('accepts a trip that keeps everything', () => {
  expect(tripProblem(problem, plan)).toBeUndefined()
  expect(tripProblem({ ...problem, start_city: 'Turin', end_city: 'Graz' }, plan)).toBeUndefined()
})

it('names what is wrong with a trip', () => {
  const [turin, bergen, graz] = plan
  const other = [
    { city: 'Graz', from: 1, to: 4 },
    { city: 'Turin', from: 4, to: 7 },
    { city: 'Bergen', from: 7, to: 9 },
  ]

  expect(tripProblem(problem, other)).toBe('event in Graz')
  expect(tripProblem(problem, [turin, bergen])).toBe('cities')
  expect(tripProblem(problem, [turin, { ...bergen, to: 7 }, graz])).toBe('stay in Bergen')
  expect(tripProblem(problem, [turin, { ...bergen, from: 5, to: 7 }, graz])).toBe('gap')
  expect(tripProblem({ ...problem, flights: [] }, plan)).toBe('no flight Turin-Bergen')
  const elsewhere: TripConstraints['flights'] = [
    ['Turin', 'Graz'],
    ['Bergen', 'Graz'],
  ]
  expect(tripProblem({ ...problem, flights: elsewhere }, plan)).toBe('no flight Turin-Bergen')
  expect(tripProblem({ ...problem, totalDays: 10 }, plan)).toBe('total days')
  expect(tripProblem({ ...problem, start_city: 'Graz' }, plan)).toBe('start')
  expect(tripProblem({ ...problem, end_city: 'Bergen' }, plan)).toBe('end')
  expect(tripProblem(problem, [{ ...turin, from: 2, to: 5 }])).toBe('cities')
  expect(tripProblem(problem, [])).toBe('empty')
  expect(tripProblem(problem, ['Turin', 'Bergen', 'Graz'])).toBe('unreadable plan')
})
