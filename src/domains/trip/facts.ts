import type { FactSchema } from '../../planning/fact-schema.ts'

/** Days are numbered from 1; the day of a flight counts in the city left and in the city reached. */
export const tripFacts: FactSchema = {
  domain: 'trip',
  predicates: [
    { name: 'total_days', args: [{ name: 'days', kind: 'days' }], doc: 'the whole trip takes days' },
    {
      name: 'stay',
      args: [
        { name: 'city', kind: 'city' },
        { name: 'days', kind: 'days' },
      ],
      doc: 'city is visited for days',
    },
    {
      name: 'event',
      args: [
        { name: 'city', kind: 'city' },
        { name: 'from', kind: 'day-number' },
        { name: 'to', kind: 'day-number' },
      ],
      doc: 'one must be in city on every day from from to to (the same word twice for a single day)',
    },
    {
      name: 'flight',
      args: [
        { name: 'a', kind: 'city' },
        { name: 'b', kind: 'city' },
      ],
      doc: 'direct flights between a and b, both ways',
    },
    {
      name: 'flight_oneway',
      args: [
        { name: 'from', kind: 'city' },
        { name: 'to', kind: 'city' },
      ],
      doc: 'a direct flight from from to to, in this direction only as far as this fact goes',
    },
    { name: 'all_connected', args: [], doc: 'every two cities have direct flights both ways' },
    { name: 'first_city', args: [{ name: 'city', kind: 'city' }], doc: 'the trip begins in city' },
    { name: 'last_city', args: [{ name: 'city', kind: 'city' }], doc: 'the trip ends in city' },
  ],
}
