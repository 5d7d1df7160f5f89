import type { FactSchema } from '../../planning/fact-schema.ts'

/**
 * Travel: a pair's own `travel` fact holds; without one its reverse, then `travel_within`/`travel_across` of the areas,
 * then `travel_at` of either place (the larger), then `travel_default`, then the shortest way over the pairs that are
 * known (so a line of stops and a hub with spokes add up).
 */
export const meetingFacts: FactSchema = {
  domain: 'meeting',
  predicates: [
    {
      name: 'start',
      args: [
        { name: 'place', kind: 'place' },
        { name: 'time', kind: 'clock' },
      ],
      doc: 'one is at place at time, and free from then on',
    },
    {
      name: 'available',
      args: [
        { name: 'who', kind: 'person' },
        { name: 'place', kind: 'place' },
        { name: 'from', kind: 'clock', optional: true },
        { name: 'to', kind: 'clock', optional: true },
      ],
      doc: 'who can be met at place between from and to; no from: from the beginning; no to: all day',
    },
    {
      name: 'meet_min',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'length', kind: 'minutes' },
      ],
      doc: 'a meeting with who takes at least length; no who: with each who has no length of his own',
    },
    {
      name: 'travel',
      args: [
        { name: 'from', kind: 'place' },
        { name: 'to', kind: 'place' },
        { name: 'length', kind: 'minutes' },
      ],
      doc: 'the way from from to to takes length, and the same back unless another fact says otherwise',
    },
    { name: 'travel_default', args: [{ name: 'length', kind: 'minutes' }], doc: 'any way not given otherwise' },
    {
      name: 'travel_at',
      args: [
        { name: 'place', kind: 'place' },
        { name: 'length', kind: 'minutes' },
      ],
      doc: 'any way from or to place not given for a pair',
    },
    {
      name: 'area',
      args: [
        { name: 'place', kind: 'place' },
        { name: 'area', kind: 'area' },
      ],
      doc: 'place lies in area',
    },
    {
      name: 'travel_within',
      args: [
        { name: 'area', kind: 'area', optional: true },
        { name: 'length', kind: 'minutes' },
      ],
      doc: 'any way between two places of area; no area: of one and the same area',
    },
    {
      name: 'travel_across',
      args: [
        { name: 'one', kind: 'area', optional: true },
        { name: 'other', kind: 'area', optional: true },
        { name: 'length', kind: 'minutes' },
      ],
      doc: 'any way between a place of one and a place of other; none: between any two areas',
    },
  ],
}
