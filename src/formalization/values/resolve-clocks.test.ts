import { describe, expect, it } from 'vitest'
import { readClock, type WrittenClock } from './clock-reader.ts'
import { resolveClockPair, usualWindow } from './resolve-clocks.ts'

const clock = (words: string): WrittenClock => {
  const read = readClock(words)
  if (read === undefined) throw new RangeError(`no time: ${words}`)
  return read
}

describe('"from a to b" with one mark of the half of the day', () => {
  it.each([
    ['7', '9pm', [19 * 60, 21 * 60]],
    ['2:30', '4 p.m.', [14 * 60 + 30, 16 * 60]],
    ['12', '1pm', [12 * 60, 13 * 60]],
    ['8', '6pm', [8 * 60, 18 * 60]],
    ['10', '2pm', [10 * 60, 14 * 60]],
    ['9', '11am', [9 * 60, 11 * 60]],
  ])('reads %s to %s', (from, to, window) => {
    expect(resolveClockPair(clock(from), clock(to), usualWindow)).toEqual(window)
  })
})
