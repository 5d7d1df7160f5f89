import { expect, it } from 'vitest'
import { plainName } from './plain-name.ts'
import { wholeValue } from './plan-values.ts'

it('takes names for the same whatever their accents, case and punctuation', () => {
  expect(plainName("  St. Mary's-Square ")).toBe('st mary s square')
  expect(plainName('SÃO PAULO')).toBe(plainName('sao paulo'))
  expect(plainName('Łódź, Tromsø, Straße, Diyarbakır')).toBe('lodz tromso strasse diyarbakir')
})

it('reads numbers and clock times of plans, and nothing else', () => {
  expect([540, '540', '9:00', ' 09:00 '].map(wholeValue)).toEqual([540, 540, 540, 540])
  expect([9.5, 'nine', null, true, '9:00:00'].map(wholeValue)).toEqual(Array(5).fill(undefined))
})
