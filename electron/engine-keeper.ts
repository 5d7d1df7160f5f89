import path from 'node:path'
import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron'
import { connectMessage } from './engine-messages.ts'
import { ProcessBroker } from './processes/process-broker.ts'

const engineModule = path.join(import.meta.dirname, 'engine-process.js')
const firstDelayMs = 100
const longestDelayMs = 5000
/** An engine that lived this long did not die of how it was started. */
const healthyAfterMs = 10_000

/** Keeps the engine's process running, and hands each page a port to it. */
export class EngineKeeper {
  #engine: UtilityProcess | undefined
  #isOver = false
  #delayMs = firstDelayMs
  /** The engine's ends of the ports that pages have. */
  readonly #given = new Set<MessagePortMain>()
  /** Pages that asked while no engine was there. */
  readonly #waiting = new Set<WebContents>()

  start(): void {
    if (this.#isOver) return
    const engine = utilityProcess.fork(engineModule, [], { serviceName: 'Planwright engine' })
    const broker = new ProcessBroker(engine)
    const startedAt = Date.now()
    this.#engine = engine
    engine.on('message', (message: unknown) => broker.take(message))
    engine.once('exit', () => {
      broker.killAll()
      this.#engine = undefined
      // A process on its way out takes no port any more, and one that stayed here would leave its page waiting for ever.
      for (const port of this.#given) port.close()
      this.#given.clear()
      if (Date.now() - startedAt > healthyAfterMs) this.#delayMs = firstDelayMs
      setTimeout(() => this.start(), this.#delayMs)
      this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs)
    })
    for (const page of this.#waiting) this.connect(page)
    this.#waiting.clear()
  }

  /** Gives the page a port to the engine, now or when the next one runs. The page hears of an engine's end by its port. */
  connect(page: WebContents): void {
    if (page.isDestroyed()) return
    if (this.#engine === undefined) {
      this.#waiting.add(page)
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    this.#given.add(port1)
    this.#engine.postMessage(connectMessage, [port1])
    page.postMessage('planwright-engine-port', null, [port2])
  }

  stop(): void {
    this.#isOver = true
    this.#engine?.kill()
  }
}
