import { expect, it } from 'vitest'
import { FakePrologEngine } from './fake-prolog-engine.ts'

it('plays its script and records what it was asked', async () => {
  const engine = new FakePrologEngine([
    { status: 'cancelled' },
    (request) => ({ status: 'engine-stopped', message: request.goal }),
  ])
  expect(await engine.solve({ program: 'a.', goal: 'a' })).toEqual({ status: 'cancelled' })
  expect(await engine.solve({ program: 'a.', goal: 'b' })).toMatchObject({ message: 'b' })
  expect(await engine.solve({ program: 'a.', goal: 'c' })).toMatchObject({ status: 'engine-stopped' })
  expect(engine.requests.map(({ goal }) => goal)).toEqual(['a', 'b', 'c'])
})
