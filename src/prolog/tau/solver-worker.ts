import { Worker } from 'node:worker_threads'
import { siblingModule } from '../../base/sibling-module.ts'
import type { Substitution } from '../../planning/term.ts'
import type { SolveOutcome } from '../prolog-engine.ts'
import type { QueryInput } from './run-query.ts'
import type { QueryMessage, WorkerMessage } from './worker-protocol.ts'

/** How long after its limit a query may go on before its worker is killed: it looks at the clock only between steps. */
const timeGraceMs = 250
/** The same for a query that was cancelled. */
const cancelGraceMs = 100
/** Deep terms are walked recursively by tau-prolog; the default of 4 MB ends at lists of 8,000 items. */
const stackMb = 64

interface Running {
  readonly id: number
  readonly input: QueryInput
  readonly answers: Substitution[]
  startMs: number
  consultMs: number
  started(): void
  settle(outcome: SolveOutcome): void
}

/** One worker thread, which solves one query at a time and is gone for good once it had to be killed. */
export class SolverWorker {
  readonly memoryMb: number
  private readonly worker: Worker
  private running: Running | undefined
  private lastId = 0
  private dead = false

  constructor(memoryMb: number) {
    this.memoryMb = memoryMb
    this.worker = new Worker(siblingModule(import.meta.url, 'tau-worker'), {
      name: 'prolog',
      env: {},
      argv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 48, stackSizeMb: stackMb },
    })
    // Captured, and dropped: a program's output reaches us as part of its outcome.
    this.worker.stdout.resume()
    this.worker.stderr.resume()
    this.worker.on('message', (message: WorkerMessage) => this.receive(message))
    this.worker.on('error', (error: Error & { code?: string }) => this.died(error))
    this.worker.on('exit', () => this.died(undefined))
    this.worker.unref()
  }

  get isAlive(): boolean {
    return !this.dead
  }

  get isIdle(): boolean {
    return !this.dead && this.running === undefined
  }

  solve(input: QueryInput, signal: AbortSignal | undefined): Promise<SolveOutcome> {
    const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    const id = ++this.lastId
    return new Promise((resolve) => {
      const timers: NodeJS.Timeout[] = []
      const killAfter = (ms: number, outcome: () => SolveOutcome) => {
        timers.push(setTimeout(() => this.kill(outcome()), ms))
      }
      const cancel = () => {
        Atomics.store(new Int32Array(cancelled), 0, 1)
        killAfter(cancelGraceMs, () => ({ status: 'cancelled' }))
      }
      this.running = {
        id,
        input,
        startMs: performance.now(),
        answers: [],
        consultMs: 0,
        started: () => {
          const { timeMs } = input.limits
          killAfter(timeMs + timeGraceMs, () => this.exceeded('time', 'The query used up its time in a single step.'))
        },
        settle: (outcome) => {
          this.running = undefined
          for (const timer of timers) clearTimeout(timer)
          signal?.removeEventListener('abort', cancel)
          this.worker.unref()
          resolve(outcome)
        },
      }
      this.worker.ref()
      signal?.addEventListener('abort', cancel, { once: true })
      const message: QueryMessage = { type: 'query', id, input, cancelled }
      this.worker.postMessage(message)
    })
  }

  async stop(message: string): Promise<void> {
    this.kill({ status: 'engine-stopped', message })
    await this.worker.terminate()
  }

  private kill(outcome: SolveOutcome): void {
    this.dead = true
    this.running?.settle(outcome)
    void this.worker.terminate()
  }

  private receive(message: WorkerMessage): void {
    const running = this.running
    if (running === undefined || message.id !== running.id) return
    if (message.type === 'started') {
      running.startMs = performance.now()
      running.started()
    } else if (message.type === 'consulted') running.consultMs = message.consultMs
    else if (message.type === 'answer') running.answers.push(message.answer)
    else running.settle(message.outcome)
  }

  private died(error: (Error & { code?: string }) | undefined): void {
    this.dead = true
    if (error?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      this.running?.settle(this.exceeded('memory', `The query used up its ${this.memoryMb} MB of memory.`))
    } else {
      this.running?.settle({ status: 'engine-stopped', message: error?.message ?? 'The worker thread ended.' })
    }
  }

  private exceeded(limit: 'time' | 'memory', message: string): SolveOutcome {
    const { answers = [], consultMs = 0, startMs = 0 } = this.running ?? {}
    const solveMs = performance.now() - startMs - consultMs
    return {
      status: 'limit-exceeded',
      limit,
      message,
      answers,
      output: '',
      cost: { inferences: 0, consultMs, solveMs },
    }
  }
}
