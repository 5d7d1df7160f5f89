import { describe, expect, it } from 'vitest'
import { readDuration } from './duration-reader.ts'
import { readWindowLength } from './window-length.ts'

describe('the length of a window', () => {
  it.each([
    ['10:15-11:45', 90],
    ['10:15 to 11:45', 90],
    ['9 to 11am', 120],
    ['7 and 9:30 p.m.', 150],
    ['14h30 – 16h', 90],
    ['noon until 2pm', 120],
    ['10-12', 120],
  ])('of %s is %i minutes', (words, minutes) => {
    expect(readWindowLength(words)).toBe(minutes)
    expect(readDuration(words)).toBe(minutes)
  })

  it.each(['an hour and a half', '1 hour and 15 minutes', '10-12 min', '2-3 h', '45', '1:30'])(
    'is none in %s',
    (words) => {
      expect(readWindowLength(words)).toBeUndefined()
    },
  )
})
