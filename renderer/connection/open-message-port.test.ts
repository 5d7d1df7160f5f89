import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { openMessagePort } from './open-message-port.ts'

const channels: MessageChannel[] = []

/** The shell hands over one end; nobody answers at the other. */
async function openSilent() {
  const channel = new MessageChannel()
  channels.push(channel)
  const link = await openMessagePort({ requestEnginePort: () => handOver(channel.port2) })
  return { link, engine: channel.port1 }
}

/** As the preload's `window.postMessage`, which the simulated window can't do with ports. */
function handOver(port: MessagePort): void {
  const given = { data: 'planwright-engine-port', ports: [port], source: window }
  window.dispatchEvent(Object.assign(new Event('message'), given))
}

afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close()
})

const stopped = { status: 'rejected', reason: { code: 'engine-stopped' } }

describe('a port to the engine', () => {
  it('fails what is under way when the engine dies', async () => {
    const { engine, link } = await openSilent()
    const asked = Promise.allSettled([link.client.engine.info(), link.client.models.list()])
    await new Promise((resolve) => engine.once('message', resolve))
    engine.close()

    expect(await asked).toMatchObject([stopped, stopped])
    expect(link.isClosed).toBe(true)
  })

  it('fails what is asked after the engine died', async () => {
    const { engine, link } = await openSilent()
    engine.close()
    await link.closed

    expect(await Promise.allSettled([link.client.engine.info()])).toMatchObject([stopped])
  })
})
