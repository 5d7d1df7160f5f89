import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClock, readHalf } from './clock-reader.ts'
import { readDay, readDayCount, readDayNumber } from './day-reader.ts'
import { readDuration } from './duration-reader.ts'
import { resolveClock, resolveClockPair, usualWindow } from './resolve-clocks.ts'

describe('clock reader', () => {
  it.each([
    ['9:30', 570, 'open'],
    ['14:15', 855, 'fixed'],
    ['09.00', 540, 'fixed'],
    ['9h30', 570, 'fixed'],
    ['2 pm', 840, 'pm'],
    ['12:30 a.m.', 30, 'am'],
    ['noon', 720, 'fixed'],
    ['midnight', 1440, 'fixed'],
    ['half past two', 150, 'open'],
    ['a quarter to six', 345, 'open'],
    ['ten thirty', 630, 'open'],
    ['1300', 780, 'fixed'],
    ['eight in the evening', 1200, 'pm'],
  ])('reads "%s"', (words, minutes, half) => {
    expect(readClock(words)).toEqual({ minutes, half })
  })

  it.each(['soon', '', '99:99', '25'])('does not read "%s"', (words) => {
    expect(readClock(words)).toBeUndefined()
  })

  it('never throws, whatever the words', () => {
    fc.assert(fc.property(fc.string(), (words) => void readClock(words)))
  })

  it('sees the half of the day that follows a time', () => {
    expect(readHalf(' p.m. today')).toBe('pm')
  })
})

describe('resolving clocks', () => {
  const open = (minutes: number) => ({ minutes, half: 'open' as const })

  it('takes "9 to 5" for the working day', () => {
    expect(resolveClockPair(open(540), open(300), usualWindow)).toEqual([540, 1020])
  })

  it('takes "1 to 2" for the afternoon within office hours', () => {
    expect(resolveClockPair(open(60), open(120), { startMin: 540, endMin: 1020 })).toEqual([780, 840])
  })

  it('takes the half of the second for the first: "1-2pm"', () => {
    expect(resolveClockPair(open(60), { minutes: 840, half: 'pm' }, usualWindow)).toEqual([780, 840])
  })

  it('takes a single "5" for the end of the day', () => {
    expect(resolveClock(open(300), { startMin: 540, endMin: 1020 })).toBe(1020)
  })
})

describe('duration reader', () => {
  it.each([
    ['half an hour', 30],
    ['45 min', 45],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['an hour and a half', 90],
    ['two and a half hours', 150],
    ['three quarters of an hour', 45],
    ['ninety minutes', 90],
    ['a quarter hour', 15],
    ['1 hr 15 min', 75],
    ['hour', 60],
    ['1½ hours', 90],
    ['20', 20],
    ['1:15 h', 75],
  ])('reads "%s"', (words, minutes) => {
    expect(readDuration(words)).toBe(minutes)
  })

  it.each(['', 'long', 'minutes of the meeting held in 99999999'])('does not read "%s"', (words) => {
    expect([undefined, 1]).toContain(readDuration(words))
  })
})

describe('all readers', () => {
  it('never throw, and give whole numbers within range, whatever the words', () => {
    const pieces = [
      ...'12 9:30 h ½ the a an half quarter past to pm am noon day week th first -'.split(' '),
      ' ',
      '.',
      '\u0000',
    ]
    const words = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces)).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(words, (text) => {
        const clock = readClock(text)?.minutes ?? 0
        expect(Number.isFinite(clock)).toBe(true)
        for (const read of [readDuration(text), readDayCount(text), readDayNumber(text)]) {
          if (read !== undefined) expect(Number.isInteger(read) && read > 0).toBe(true)
        }
        expect(typeof readDay(text)).toBe('string')
      }),
      { numRuns: 400 },
    )
  })
})

describe('day reader', () => {
  it.each([
    ['Mon', 'Monday'],
    ['tues', 'Tuesday'],
    ['Thursdays', 'Thursday'],
    ['12 May', '12 May'],
  ])('reads the day "%s"', (words, day) => {
    expect(readDay(words)).toBe(day)
  })

  it.each([
    ['5 days', 5],
    ['a week', 7],
    ['two weeks', 14],
    ['five', 5],
    ['a fortnight', 14],
    ['10-day', 10],
    ['a week and three days', 10],
    ['12th', 12],
    ['the 31st day', 31],
    ['twenty-first', 21],
  ])('counts the days in "%s"', (words, days) => {
    expect(readDayCount(words)).toBe(days)
  })

  it.each([
    ['5th', 5],
    ['day 12', 12],
    ['twenty-first', 21],
    ['third', 3],
    ['fortieth', 40],
  ])('numbers the day "%s"', (words, day) => {
    expect(readDayNumber(words)).toBe(day)
  })
})
