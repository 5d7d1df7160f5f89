import { expect, it } from 'vitest'
import { createNodeProcessHost } from './node-process-host.ts'
import type { HostedProcess } from './process-host.ts'

const start = () => createNodeProcessHost().start(new URL('./test/echo-process.ts', import.meta.url), { name: 'echo' })
const exitOf = (hosted: HostedProcess) => new Promise((resolve) => hosted.onExit(resolve))

it('carries structured messages both ways', async () => {
  const hosted = start()
  const answer = new Promise((resolve) => hosted.onMessage(resolve))
  hosted.send({ map: new Map([['a', 1n]]) })

  expect(await answer).toEqual({ map: new Map([['a', 1n]]) })
  hosted.kill()
})

it('tells how the process ended, also to those who ask late', async () => {
  const hosted = start()
  hosted.send('exit')

  expect(await exitOf(hosted)).toBe(3)
  expect(await exitOf(hosted)).toBe(3)
})

it('kills at once, and takes messages to a dead process in silence', async () => {
  const hosted = start()
  hosted.kill()

  expect(await exitOf(hosted)).toBeNull()
  expect(() => hosted.send('anyone?')).not.toThrow()
})
