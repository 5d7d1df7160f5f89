import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { progressEvents } from './progress-events.ts'

type Event = { type: 'step'; at: number } | { type: 'other' } | { type: 'end' }

it('gives the events and then what the work ended with', async () => {
  const events = progressEvents<Event>(async (tell) => {
    tell({ type: 'step', at: 1 })
    await sleep(5)
    tell({ type: 'step', at: 2 })
    await sleep(5)
    return { type: 'end' }
  })

  expect(await Array.fromAsync(events)).toEqual([{ type: 'step', at: 1 }, { type: 'step', at: 2 }, { type: 'end' }])
})

it('keeps only the newest of a type for who reads slowly', async () => {
  const events = progressEvents<Event>(async (tell) => {
    for (let at = 0; at < 1000; at++) tell({ type: 'step', at })
    tell({ type: 'other' })
    return { type: 'end' }
  })

  expect(await Array.fromAsync(events)).toEqual([{ type: 'step', at: 999 }, { type: 'other' }, { type: 'end' }])
})

it('tells the work to end when its reader leaves', async () => {
  const ended = Promise.withResolvers<boolean>()
  const events = progressEvents<Event>(async (tell, signal) => {
    tell({ type: 'step', at: 1 })
    signal.addEventListener('abort', () => ended.resolve(true))
    await ended.promise
    return { type: 'end' }
  })
  for await (const event of events) if (event.type === 'step') break

  expect(await ended.promise).toBe(true)
})
