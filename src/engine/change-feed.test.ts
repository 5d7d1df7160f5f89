import { expect, it } from 'vitest'
import { ChangeFeed } from './change-feed.ts'

it('tells each topic once, however often it changed', async () => {
  const feed = new ChangeFeed()
  const changes = feed.watch()
  const first = changes.next()
  feed.tell('runs')
  expect((await first).value).toBe('runs')

  feed.tell('settings')
  feed.tell('settings')
  feed.tell('models')
  expect([(await changes.next()).value, (await changes.next()).value]).toEqual(['settings', 'models'])
  await changes.return(undefined)
})

it('ends when who listens goes away', async () => {
  const feed = new ChangeFeed()
  const leaving = new AbortController()
  const changes = feed.watch(leaving.signal)
  const next = changes.next()
  leaving.abort()

  expect((await next).done).toBe(true)
})
