import { describe, expect, it } from 'vitest'
import { calendarFacts } from '../domains/calendar/facts.ts'
import { meetingFacts } from '../domains/meeting/facts.ts'
import type { FactSchema } from '../planning/fact-schema.ts'
import { readFacts } from './fact-reader.ts'

type Pointed = readonly [predicate: string, ...words: (string | null)[]]

/** Reads facts whose words stand in the text one after the other, each after the one before where there is one. */
function read(text: string, facts: readonly Pointed[], schema: FactSchema = calendarFacts) {
  const segment = { index: 0, start: 0, end: text.length, before: [], headings: [] }
  let from = 0
  const located = facts.map(([predicate, ...words]) => {
    const args = words.map((one) => {
      if (one === null) return null
      const start = text.indexOf(one, from) < 0 ? text.indexOf(one) : text.indexOf(one, from)
      from = start + one.length
      return { start, end: from }
    })
    return { predicate, args, segment, confidence: 1 }
  })
  return readFacts(text, located, schema).facts.map((fact) => fact?.fact.args)
}

describe('times of day', () => {
  it('take the am or pm right after them, where the model left it out', () => {
    const text = 'Ana is busy from 5 to 6 am and from 8 p.m. to 9 p.m.'
    const facts: Pointed[] = [
      ['busy', 'Ana', null, '5', '6'],
      ['busy', 'Ana', null, '8', '9'],
    ]

    expect(read(text, facts)).toEqual([
      ['Ana', null, 300, 360],
      ['Ana', null, 1200, 1260],
    ])
  })

  it('lie within the hours that the problem states', () => {
    const text = 'We work from 8 to 4. Ana is busy from 1 to 2 and from 9 on.'
    const facts: Pointed[] = [
      ['work_hours', '8', '4'],
      ['busy', 'Ana', null, '1', '2'],
      ['busy', 'Ana', null, '9', null],
    ]

    expect(read(text, facts)).toEqual([
      [480, 960],
      ['Ana', null, 780, 840],
      ['Ana', null, 540, null],
    ])
  })

  it('are known before the hours are stated, too', () => {
    const text = 'Ben is out until 6. The bar is open from 5pm to 2am... no, from 17:00 to 23:00.'

    expect(
      read(text, [
        ['busy', 'Ben', null, null, '6'],
        ['work_hours', '17:00', '23:00'],
      ])[0],
    ).toEqual(['Ben', null, null, 1080])
  })

  it('mean what is written where others are written in 24 hours', () => {
    const text = 'Meet from 7:00 to 20:00. Ana is busy from 7:30 to 14:45.'

    expect(
      read(text, [
        ['work_hours', '7:00', '20:00'],
        ['busy', 'Ana', null, '7:30', '14:45'],
      ])[1],
    ).toEqual(['Ana', null, 450, 885])
  })

  it('may be words', () => {
    expect(read('Ana is busy from noon to half past two.', [['busy', 'Ana', null, 'noon', 'half past two']])).toEqual([
      ['Ana', null, 720, 870],
    ])
  })
})

describe('names', () => {
  it('keep their first spelling, whatever case, article or accent comes later', () => {
    const text = 'Be at the Museum at 9:00. ZOË waits at museum from 10:00 to 11:00; see zoe for 15 minutes.'
    const facts: Pointed[] = [
      ['start', 'the Museum', '9:00'],
      ['available', 'ZOË', 'museum', '10:00', '11:00'],
      ['meet_min', 'zoe', '15 minutes'],
    ]

    expect(read(text, facts, meetingFacts)).toEqual([
      ['the Museum', 540],
      ['ZOË', 'the Museum', 600, 660],
      ['ZOË', 15],
    ])
  })

  it('are weekdays in full for days, and as written for other days', () => {
    expect(
      read('Ana: not on tues. and not on the 3rd', [
        ['not_on', 'Ana', 'tues'],
        ['not_on', 'Ana', 'the 3rd'],
      ]),
    ).toEqual([
      ['Ana', 'Tuesday'],
      ['Ana', 'the 3rd'],
    ])
  })
})

describe('facts that cannot be read', () => {
  it.each(['Ana, Ben', 'Ana - Ben', 'Ana\nBen', 'Ana; Ben'])('are those that take two names for one: %j', (two) => {
    expect(read(`${two} will come.`, [['participant', two]])).toEqual([undefined])
    expect(read('Anne-Marie will come.', [['participant', 'Anne-Marie']])).toEqual([['Anne-Marie']])
  })

  it.each<[string, Pointed]>([
    ['words that are no time', ['work_hours', 'soon', '17:00']],
    ['words that are no length', ['duration', 'soon']],
    ['a missing argument that is needed', ['work_hours', null, '17:00']],
    ['too few arguments', ['work_hours', '17:00']],
    ['a predicate nobody knows', ['weather', 'soon']],
  ])('are left out alone: %s', (_, fact) => {
    expect(read('Ana, soon, 17:00', [['participant', 'Ana'], fact])).toEqual([['Ana'], undefined])
  })
})
