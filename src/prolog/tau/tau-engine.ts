import { availableParallelism } from 'node:os'
import { readProgram } from '../program-reader.ts'
import {
  type ConsultOutcome,
  defaultSolveLimits,
  type PrologEngine,
  type SolveOutcome,
  type SolveRequest,
} from '../prolog-engine.ts'
import { checkProgram } from '../sandbox/check-program.ts'
import type { QueryInput } from './run-query.ts'
import { SolverWorker } from './solver-worker.ts'

interface Waiting {
  readonly input: QueryInput
  readonly signal: AbortSignal | undefined
  readonly settle: (outcome: SolveOutcome) => void
}

const stopped: SolveOutcome = { status: 'engine-stopped', message: 'The Prolog engine was stopped.' }

/**
 * tau-prolog in worker threads, at most `workers` queries at once (default: the machine's cores, at most 4), the others
 * waiting their turn. The first worker starts at once; one that had to be killed is replaced when it is needed.
 */
export function createTauEngine(options: { readonly workers?: number } = {}): PrologEngine {
  return new TauEngine(options.workers ?? Math.min(4, availableParallelism()))
}

class TauEngine implements PrologEngine {
  readonly name = 'tau-prolog 0.3.4'
  private readonly size: number
  private readonly waiting: Waiting[] = []
  private workers: SolverWorker[] = []
  private isStopped = false

  constructor(size: number) {
    this.size = size
    this.workers.push(new SolverWorker(defaultSolveLimits.memoryMb))
  }

  consult(program: string, options: { readonly trusted?: boolean } = {}): ConsultOutcome {
    const { clauses, diagnostics, lines } = readProgram(program)
    if (diagnostics.some(({ code }) => code === 'text-too-large')) return { status: 'refused', diagnostics }
    if (diagnostics.length > 0) return { status: 'syntax-error', diagnostics }
    const checked = checkProgram(clauses, lines, { trusted: options.trusted ?? false })
    if (checked.diagnostics.length > 0) return { status: 'refused', diagnostics: checked.diagnostics }
    return { status: 'consulted', clauses: clauses.length, predicates: [...checked.defined] }
  }

  solve(request: SolveRequest, signal?: AbortSignal): Promise<SolveOutcome> {
    if (this.isStopped) return Promise.resolve(stopped)
    if (signal?.aborted) return Promise.resolve({ status: 'cancelled' })
    const { program, goal, trusted = false } = request
    const input = { program, goal, trusted, limits: { ...defaultSolveLimits, ...request.limits } }
    return new Promise((resolve) => {
      const cancel = () => {
        const place = this.waiting.indexOf(waiting)
        if (place === -1) return
        this.waiting.splice(place, 1)
        waiting.settle({ status: 'cancelled' })
      }
      const settle = (outcome: SolveOutcome) => {
        signal?.removeEventListener('abort', cancel)
        resolve(outcome)
      }
      const waiting: Waiting = { input, signal, settle }
      signal?.addEventListener('abort', cancel, { once: true })
      this.waiting.push(waiting)
      this.serve()
    })
  }

  async dispose(): Promise<void> {
    this.isStopped = true
    for (const { settle } of this.waiting.splice(0)) settle(stopped)
    await Promise.all(this.workers.splice(0).map((worker) => worker.stop('The Prolog engine was stopped.')))
  }

  private serve(): void {
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const worker = this.freeWorker(next.input.limits.memoryMb)
      if (worker === undefined) return
      this.waiting.shift()
      const { input, signal, settle } = next
      void worker.solve(input, signal).then((outcome) => {
        settle(outcome)
        this.serve()
      })
    }
  }

  /** A worker with this much memory: an idle one, or a new one, in the place of an idle one where all places are taken. */
  private freeWorker(memoryMb: number): SolverWorker | undefined {
    this.workers = this.workers.filter((worker) => worker.isAlive)
    const idle = this.workers.filter((worker) => worker.isIdle)
    const fitting = idle.find((worker) => worker.memoryMb === memoryMb)
    if (fitting !== undefined) return fitting
    if (this.workers.length >= this.size) {
      const [other] = idle
      if (other === undefined) return undefined
      this.workers = this.workers.filter((worker) => worker !== other)
      void other.stop('Replaced by a worker with other limits.')
    }
    const worker = new SolverWorker(memoryMb)
    this.workers.push(worker)
    return worker
  }
}
