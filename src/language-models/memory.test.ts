import { expect, it } from 'vitest'
import { memoryOf, watchPeakMemory } from './memory.ts'

it('measures this process, and nothing for one that is not there', async () => {
  const { bytes } = await memoryOf([process.pid])

  expect(bytes).toBeGreaterThan(10 * 2 ** 20)
  expect((await memoryOf([2 ** 30])).bytes).toBe(0)
})

it('keeps the highest sum it saw', async () => {
  let processIds = [process.pid]
  const watch = watchPeakMemory(() => processIds, 5)
  await new Promise((resolve) => setTimeout(resolve, 200))
  processIds = []

  expect((await watch.stop()).bytes).toBeGreaterThan(10 * 2 ** 20)
})
