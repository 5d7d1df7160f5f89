import type { FactSchema } from '../../planning/fact-schema.ts'

/** An absent person means everyone, an absent day every day on offer, an absent start or end the day's opening or close. */
export const calendarFacts: FactSchema = {
  domain: 'calendar',
  predicates: [
    { name: 'participant', args: [{ name: 'who', kind: 'person' }], doc: 'who takes part' },
    { name: 'duration', args: [{ name: 'length', kind: 'minutes' }], doc: 'the meeting takes length' },
    {
      name: 'work_hours',
      args: [
        { name: 'from', kind: 'clock' },
        { name: 'to', kind: 'clock' },
      ],
      boundsDay: true,
      doc: 'the meeting lies between from and to',
    },
    { name: 'day', args: [{ name: 'day', kind: 'day' }], doc: 'day is on offer' },
    {
      name: 'days',
      args: [
        { name: 'first', kind: 'day' },
        { name: 'last', kind: 'day' },
      ],
      doc: 'every day from first to last is on offer',
    },
    { name: 'grid', args: [{ name: 'step', kind: 'minutes' }], doc: 'the meeting starts on a multiple of step' },
    {
      name: 'busy',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'day', kind: 'day', optional: true },
        { name: 'from', kind: 'clock', optional: true },
        { name: 'to', kind: 'clock', optional: true },
      ],
      doc: 'who is not available on day between from and to; no day: every day; no from: from opening; no to: till close',
    },
    {
      name: 'busy_for',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'day', kind: 'day', optional: true },
        { name: 'from', kind: 'clock' },
        { name: 'length', kind: 'minutes' },
      ],
      doc: 'who is not available on day for length, beginning at from',
    },
    {
      name: 'free',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'day', kind: 'day', optional: true },
        { name: 'from', kind: 'clock', optional: true },
        { name: 'to', kind: 'clock', optional: true },
      ],
      doc: 'who can only be had in such windows: a person with any of these is busy outside all of them',
    },
    {
      name: 'not_on',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'day', kind: 'day' },
      ],
      doc: 'who does not want to meet on day',
    },
    {
      name: 'not_before',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'day', kind: 'day', optional: true },
        { name: 'time', kind: 'clock' },
      ],
      doc: 'the meeting must not begin before time (on day)',
    },
    {
      name: 'not_after',
      args: [
        { name: 'who', kind: 'person', optional: true },
        { name: 'day', kind: 'day', optional: true },
        { name: 'time', kind: 'clock' },
      ],
      doc: 'the meeting must be over by time (on day)',
    },
    { name: 'earliest', args: [], doc: 'the earliest possible time is wanted' },
    { name: 'latest', args: [], doc: 'the latest possible time is wanted' },
  ],
}
