import type { HostedProcess, ProcessHost } from '../../src/base/process-host.ts'
import { type BrokerNotice, type BrokerRequest, brokerNoticeSchema } from './broker-messages.ts'

/** The engine's end of its channel to the main process. */
export interface BrokerPort {
  postMessage(message: BrokerRequest): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
}

/** Starts processes by asking the main process: a utility process has no right to start any. */
export function createBrokeredProcessHost(port: BrokerPort): ProcessHost {
  const processes = new Map<number, BrokeredProcess>()
  let nextId = 0
  port.on('message', ({ data }) => {
    const parsed = brokerNoticeSchema.safeParse(data)
    if (!parsed.success) return
    processes.get(parsed.data.id)?.take(parsed.data)
    if (parsed.data.type === 'process-exit') processes.delete(parsed.data.id)
  })
  return {
    start(module, { env = {}, name }) {
      const id = nextId++
      const hosted = new BrokeredProcess(id, port)
      processes.set(id, hosted)
      port.postMessage({ type: 'process-start', id, module: module.href, name, env: { ...env } })
      return hosted
    },
  }
}

class BrokeredProcess implements HostedProcess {
  readonly #id: number
  readonly #port: BrokerPort
  readonly #messages: ((message: unknown) => void)[] = []
  readonly #exits: ((code: number | null) => void)[] = []
  #pid: number | undefined
  #exit: { readonly code: number | null } | undefined

  constructor(id: number, port: BrokerPort) {
    this.#id = id
    this.#port = port
  }

  get pid(): number | undefined {
    return this.#pid
  }

  send(message: unknown): void {
    this.#port.postMessage({ type: 'process-send', id: this.#id, message })
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener)
  }

  onExit(listener: (code: number | null) => void): void {
    if (this.#exit === undefined) this.#exits.push(listener)
    else listener(this.#exit.code)
  }

  kill(): void {
    this.#port.postMessage({ type: 'process-kill', id: this.#id })
  }

  take(notice: BrokerNotice): void {
    switch (notice.type) {
      case 'process-started':
        this.#pid = notice.pid
        return
      case 'process-message':
        for (const listener of this.#messages) listener(notice.message)
        return
      case 'process-exit':
        this.#exit = { code: notice.code }
        for (const listener of this.#exits) listener(notice.code)
    }
  }
}
