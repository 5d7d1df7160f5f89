import { expect, it } from 'vitest'
import { fromPlainError, isPlanwrightError, PlanwrightError, toPlainError } from './planwright-error.ts'

it('crosses a process and comes back as it was', () => {
  const error = new PlanwrightError({ code: 'io', message: 'The disk is full.', wayOut: 'Make room.' })
  const back = fromPlainError(structuredClone(toPlainError(error)))

  expect(back).toMatchObject({ code: 'io', message: 'The disk is full.', wayOut: 'Make room.' })
  expect(isPlanwrightError(back)).toBe(true)
})

it('is known by its marker, since classes do not cross a process', () => {
  expect(isPlanwrightError(structuredClone(toPlainError(new PlanwrightError({ code: 'io', message: '' }))))).toBe(true)
  expect(isPlanwrightError(new Error('io'))).toBe(false)
  expect(isPlanwrightError(null)).toBe(false)
})

it('is internal where something else was thrown', () => {
  expect(toPlainError(new TypeError('x is not a function'))).toMatchObject({
    code: 'internal',
    message: 'x is not a function',
  })
  expect(toPlainError('broken')).toMatchObject({ code: 'internal', message: 'broken' })
})
