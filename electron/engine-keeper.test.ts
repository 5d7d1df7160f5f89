import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EngineKeeper } from './engine-keeper.ts'

class FakePort {
  isClosed = false
  close(): void {
    this.isClosed = true
  }
}

/** As Electron's: a process on its way out drops what it is sent, ports included. */
class FakeProcess extends EventEmitter {
  readonly received: FakePort[] = []
  isDying = false
  postMessage(_message: unknown, ports: FakePort[] = []): void {
    if (!this.isDying) this.received.push(...ports)
  }
  kill(): void {
    this.emit('exit', 15)
  }
}

const electron = vi.hoisted(() => ({
  processes: [] as FakeProcess[],
  engineEnds: [] as FakePort[],
}))
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const started = new FakeProcess()
      electron.processes.push(started)
      return started
    },
  },
  MessageChannelMain: class {
    readonly port1 = new FakePort()
    readonly port2 = new FakePort()
    constructor() {
      electron.engineEnds.push(this.port1)
    }
  },
}))

const given: FakePort[] = []
const page = {
  isDestroyed: () => false,
  postMessage: (_channel: string, _message: unknown, ports: FakePort[]) => given.push(...ports),
} as unknown as WebContents

beforeEach(() => {
  vi.useFakeTimers()
  for (const list of [electron.processes, electron.engineEnds, given]) list.splice(0)
})
afterEach(() => vi.useRealTimers())

it('gives a page that asked while no engine ran a port to the next one', () => {
  const keeper = new EngineKeeper()
  keeper.start()
  electron.processes[0]?.emit('exit', 9)
  keeper.connect(page)
  expect(given).toHaveLength(0)
  vi.runOnlyPendingTimers()

  expect(given).toHaveLength(1)
  expect(electron.processes[1]?.received).toEqual(electron.engineEnds)
})

it('lets a page hear of the end of an engine that did not take its port any more', () => {
  const keeper = new EngineKeeper()
  keeper.start()
  const [dying] = electron.processes
  if (dying !== undefined) dying.isDying = true
  keeper.connect(page)
  expect(electron.engineEnds.map(({ isClosed }) => isClosed)).toEqual([false])
  dying?.emit('exit', 9)

  expect(electron.engineEnds.map(({ isClosed }) => isClosed)).toEqual([true])
})
