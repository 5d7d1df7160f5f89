import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type UtilityProcess, utilityProcess } from 'electron'
import { type BrokerNotice, type BrokerRequest, brokerRequestSchema } from './broker-messages.ts'

/** Only modules of the engine itself are ever started. */
const engineFolder = path.join(import.meta.dirname, '..', '..', 'src') + path.sep

/** The main process's end: starts utility processes for one engine, and passes messages on. */
export class ProcessBroker {
  readonly #engine: Pick<UtilityProcess, 'postMessage'>
  readonly #processes = new Map<number, UtilityProcess>()

  constructor(engine: Pick<UtilityProcess, 'postMessage'>) {
    this.#engine = engine
  }

  /** A message of the engine; what is no request of this kind is not for us. */
  take(message: unknown): void {
    const parsed = brokerRequestSchema.safeParse(message)
    if (!parsed.success) return
    const request = parsed.data
    switch (request.type) {
      case 'process-start':
        this.#start(request)
        return
      case 'process-send':
        this.#processes.get(request.id)?.postMessage(request.message)
        return
      case 'process-kill':
        this.#processes.get(request.id)?.kill()
    }
  }

  killAll(): void {
    for (const child of this.#processes.values()) child.kill()
    this.#processes.clear()
  }

  #start({ env, id, module, name }: Extract<BrokerRequest, { type: 'process-start' }>): void {
    const file = moduleFile(module)
    if (file === undefined || this.#processes.has(id)) {
      this.#tell({ type: 'process-exit', id, code: null })
      return
    }
    const child = utilityProcess.fork(file, [], {
      serviceName: name,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    })
    this.#processes.set(id, child)
    child.on('spawn', () => {
      if (child.pid !== undefined) this.#tell({ type: 'process-started', id, pid: child.pid })
    })
    child.on('message', (message: unknown) => this.#tell({ type: 'process-message', id, message }))
    child.once('exit', (code) => {
      this.#processes.delete(id)
      this.#tell({ type: 'process-exit', id, code })
    })
  }

  #tell(notice: BrokerNotice): void {
    this.#engine.postMessage(notice)
  }
}

function moduleFile(module: string): string | undefined {
  if (!module.startsWith('file:') || !URL.canParse(module)) return undefined
  const file = path.resolve(fileURLToPath(module))
  return file.startsWith(engineFolder) ? file : undefined
}
