import type { ConsultOutcome, PrologEngine, SolveOutcome, SolveRequest } from './prolog-engine.ts'

/**
 * A `PrologEngine` for other rooms' tests: gives the outcomes it was told, one a call, and records what it was asked. A
 * call too many ends as `engine-stopped`, so that a test notices.
 */
export class FakePrologEngine implements PrologEngine {
  readonly name = 'fake'
  readonly requests: SolveRequest[] = []
  readonly consulted: string[] = []
  isDisposed = false
  private readonly script: (SolveOutcome | ((request: SolveRequest) => SolveOutcome))[]

  /** Outcomes in order, or functions of the request. */
  constructor(script: readonly (SolveOutcome | ((request: SolveRequest) => SolveOutcome))[] = []) {
    this.script = [...script]
  }

  consult(program: string): ConsultOutcome {
    this.consulted.push(program)
    return { status: 'consulted', clauses: 0, predicates: [] }
  }

  async solve(request: SolveRequest, signal?: AbortSignal): Promise<SolveOutcome> {
    this.requests.push(request)
    if (signal?.aborted) return { status: 'cancelled' }
    const next = this.script.shift()
    if (next === undefined) return { status: 'engine-stopped', message: 'The fake engine has no outcome left.' }
    return typeof next === 'function' ? next(request) : next
  }

  async dispose(): Promise<void> {
    this.isDisposed = true
  }
}
