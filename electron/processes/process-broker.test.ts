import { EventEmitter } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrokeredProcessHost } from './brokered-process-host.ts'
import { ProcessBroker } from './process-broker.ts'

/** A utility process that answers with what it is sent. */
class EchoProcess extends EventEmitter {
  readonly pid = 4321
  postMessage(message: unknown): void {
    this.emit('message', message)
  }
  kill(): void {
    this.emit('exit', 15)
  }
}

const forked = vi.hoisted(() => [] as { file: string; options: { serviceName: string }; child: EchoProcess }[])
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (file: string, _args: string[], options: { serviceName: string }) => {
      const child = new EchoProcess()
      forked.push({ file, options, child })
      return child
    },
  },
}))

const engineModule = (name: string) =>
  pathToFileURL(path.join(import.meta.dirname, '..', '..', 'src', 'language-models', name))

/** Engine and main process joined by their messages alone. */
function joined() {
  const toEngine = new EventEmitter()
  const broker = new ProcessBroker({ postMessage: (data: unknown) => void toEngine.emit('message', { data }) })
  const host = createBrokeredProcessHost({
    postMessage: (message) => broker.take(structuredClone(message)),
    on: (event, listener) => toEngine.on(event, listener),
  })
  return { broker, host }
}

beforeEach(() => forked.splice(0))

describe('processes that the engine asks the main process for', () => {
  it('are started by name, and speak both ways', () => {
    const { host } = joined()
    const hosted = host.start(engineModule('model-process.js'), { name: 'model' })
    forked[0]?.child.emit('spawn')
    const heard: unknown[] = []
    hosted.onMessage((message) => heard.push(message))
    hosted.send({ prompt: 'hello' })

    expect(forked[0]?.options.serviceName).toBe('model')
    expect(hosted.pid).toBe(4321)
    expect(heard).toEqual([{ prompt: 'hello' }])
  })

  it('tell of their end, also to those who ask late', () => {
    const { host } = joined()
    const hosted = host.start(engineModule('model-process.js'), { name: 'model' })
    const codes: (number | null)[] = []
    hosted.onExit((code) => codes.push(code))
    hosted.kill()
    hosted.onExit((code) => codes.push(code))

    expect(codes).toEqual([15, 15])
  })

  it('are never made of a module outside the engine', () => {
    const { host } = joined()
    const outside = [
      pathToFileURL('/tmp/evil.js'),
      engineModule('../../electron/main.js'),
      new URL('https://example.com/src/evil.js'),
    ]
    const codes = outside.map((module) => {
      let ended: number | null | undefined
      host.start(module, { name: 'evil' }).onExit((code) => {
        ended = code
      })
      return ended
    })

    expect(forked).toEqual([])
    expect(codes).toEqual([null, null, null])
  })

  it('end with their engine', () => {
    const { broker, host } = joined()
    const hosted = host.start(engineModule('model-process.js'), { name: 'model' })
    broker.killAll()
    let ended = false
    hosted.onExit(() => {
      ended = true
    })

    expect(ended).toBe(true)
  })

  it('are not touched by messages that are no requests', () => {
    const { broker } = joined()

    expect(() => broker.take({ type: 'process-start', module: 7 })).not.toThrow()
    expect(forked).toEqual([])
  })
})
