import type { TauProlog, TauSubstitution, TauTerm, TauThread } from './tau-prolog.d.ts'

/** Thrown out of the inference loop, through everything, when nobody wants the answer any more. */
export class QueryCancelled extends Error {}

/** Thrown out of the inference loop when a query has used up what it may use. */
export class QueryStopped extends Error {
  readonly limit: 'inferences' | 'time'

  constructor(limit: 'inferences' | 'time') {
    super(limit)
    this.limit = limit
  }
}

export interface StepLimits {
  readonly inferences: number
  /** By `performance.now()`. */
  readonly deadlineMs: number
  readonly isCancelled: () => boolean
}

/** Steps between two looks at the clock: a few milliseconds at most of ordinary steps. */
const slice = 128

/**
 * Runs tau-prolog's threads to their next answer without ever waiting for a timer, and counts every step, those of the
 * threads that catch/3 starts too. One budget serves one query at a time.
 */
export class StepBudget {
  inferences = 0
  /** What was thrown last, and by which goal: the thread that catches an error forgets where it came from. */
  thrown: { readonly error: TauTerm; readonly goal: TauTerm | undefined } | undefined
  private readonly tau: TauProlog
  private readonly waiting: (() => void)[] = []
  private limits: StepLimits = { inferences: 0, deadlineMs: 0, isCancelled: () => false }

  constructor(tau: TauProlog) {
    this.tau = tau
    const budget = this
    const thread = tau.type.Thread.prototype
    const { throw_error } = thread
    thread.again = function (this: TauThread) {
      budget.serve(this)
    }
    thread.throw_error = function (this: TauThread, error: TauTerm) {
      if (budget.thrown?.error !== error) budget.thrown = { error, goal: this.session.lastGoal }
      throw_error.call(this, error)
    }
  }

  start(limits: StepLimits): void {
    this.inferences = 0
    this.thrown = undefined
    this.waiting.length = 0
    this.limits = limits
  }

  /** The next answer, null where there is none any more, or the error that was thrown. Throws `QueryStopped` and `QueryCancelled`. */
  nextAnswer(thread: TauThread): { answer: TauSubstitution } | { error: TauTerm } | null {
    const found: { result: { answer: TauSubstitution } | { error: TauTerm } | null } = { result: null }
    thread.answer({
      success: (answer) => {
        found.result = { answer }
      },
      error: (error) => {
        found.result = { error }
      },
      fail: () => {},
    })
    // tau-prolog's threads call each other back; running the callbacks here keeps the stack flat.
    for (let callback = this.waiting.shift(); callback; callback = this.waiting.shift()) callback()
    return found.result
  }

  private serve(thread: TauThread): void {
    const { type } = this.tau
    while (thread.__calls.length > 0) {
      for (let point = thread.head_point(); point !== undefined; point = thread.head_point()) {
        if (point.goal === null || type.is_error_state(point)) break
        if (++this.inferences % slice === 0) this.check()
        if (thread.step() === true) return
      }
      const call = thread.__calls.shift()
      const point = thread.points.pop()
      if (call === undefined) return
      if (point === undefined) this.waiting.push(() => call.fail(false))
      else if (type.is_error(point.goal)) {
        thread.points = []
        const error = thread.format_error(point)
        this.waiting.push(() => call.error(error))
      } else {
        const answer = thread.format_success(point)
        this.waiting.push(() => call.success(answer))
      }
    }
  }

  private check(): void {
    if (this.inferences >= this.limits.inferences) throw new QueryStopped('inferences')
    if (performance.now() >= this.limits.deadlineMs) throw new QueryStopped('time')
    if (this.limits.isCancelled()) throw new QueryCancelled()
  }
}
