import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beginHistory, edited, redone, undone } from './edit-history.ts'

it('goes back and forth through every edit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 20 }), (values) => {
      let history = beginHistory(0)
      for (const value of values) history = edited(history, value)
      const last = history.now
      for (const _ of values) history = undone(history)
      expect(history.now).toBe(0)
      expect(undone(history)).toBe(history)
      for (const _ of values) history = redone(history)
      expect(history.now).toBe(last)
      expect(redone(history)).toBe(history)
    }),
  )
})

it('forgets what was undone when something else is edited', () => {
  const history = edited(undone(edited(beginHistory('a'), 'b')), 'c')

  expect(history).toEqual({ past: ['a'], now: 'c', future: [] })
})
