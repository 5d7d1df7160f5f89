import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRoute, writeRoute } from './route.ts'

it('reads what it writes, whatever the names', () => {
  const part = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(part, fc.array(part), (screen, path) => {
      expect(readRoute(writeRoute({ screen, path }))).toEqual({ screen, path })
    }),
  )
})

it.each(['', '#', '#/', '#nonsense', '#/%E0%A4%A'])('leads home where nothing is named: %s', (hash) => {
  expect(readRoute(hash)).toEqual({ screen: 'problem', path: [] })
})
