import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../base/clock.ts'
import { createId } from '../../base/id.ts'
import { toPlainError } from '../../base/planwright-error.ts'
import type { RunCell } from '../../planning/cell.ts'
import type { Comparison, Job, StartedJob } from '../../planning/comparison.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import type { RunRecipe } from '../../planning/run-recipe.ts'
import type { Store } from '../../storage/store.ts'
import { isOver, stoppedInTheMiddle } from './interrupted-run.ts'
import { jobKey, pendingJobs } from './pending-jobs.ts'

export interface QueuedRun {
  readonly runId: string
  readonly text: string
  readonly modelId: string
  readonly recipe: RunRecipe
}

/** What the queue needs of the engine around it. */
export interface QueueRunner {
  /** Resolves when the run is over and all of it is on disk. Throws where it can't be kept. */
  run(run: QueuedRun, signal: AbortSignal): Promise<readonly RunEvent[]>
  /** Lets go of a model that no further job needs. */
  release(modelId: string): Promise<void>
  /** The run's events as a cell. */
  cellOf(comparison: Comparison, job: Job, run: { runId: string; events: readonly RunEvent[] }): Promise<RunCell>
  textOf(comparison: Comparison, problem: number): Promise<string>
}

export interface QueueDependencies {
  readonly store: Pick<Store, 'comparisons' | 'runs' | 'isWriter'>
  readonly clock: Clock
  readonly runner: QueueRunner
  /** Told of every step: a job begun or ended, a state changed. */
  readonly onChange: (job?: { readonly job: Job; readonly cell: RunCell }) => void
}

/** What of the queue is known only while it works. */
export interface QueueNow {
  readonly current: { readonly job: Job; readonly runId: string } | undefined
  readonly leftMs: number | null
  readonly message: string | null
}

const tryAgainMs = 5_000
const measuredJobs = 30

/**
 * Makes the runs of comparisons in the background, one at a time, the oldest comparison first. Each job is noted before its
 * run begins and again when its cell is on disk: after a crash nothing that was acknowledged is run twice, and what was cut
 * off is run again.
 */
export class ComparisonQueue {
  readonly #dependencies: QueueDependencies
  readonly #messages = new Map<string, string>()
  readonly #over = new AbortController()
  #durations: number[] = []
  #left = 0
  #current: { job: Job; runId: string; abort: AbortController } | undefined
  #working: Promise<void> | undefined
  #wake = () => {}
  #isWoken = false

  constructor(dependencies: QueueDependencies) {
    this.#dependencies = dependencies
  }

  /** Begins, and goes on until `dispose`; only where this process writes the store. */
  start(): void {
    this.#working ??= this.#work()
  }

  /** There may be something to do. */
  wake(): void {
    this.#isWoken = true
    this.#wake()
  }

  /** Ends the run of this comparison that is under way; its job is left for later. */
  interrupt(comparisonId: string): void {
    if (this.#current?.job.comparisonId === comparisonId) this.#current.abort.abort()
  }

  now(comparisonId: string): QueueNow {
    const isCurrent = this.#current?.job.comparisonId === comparisonId
    const measured = this.#durations.length
    const mean = this.#durations.reduce((sum, one) => sum + one, 0) / Math.max(1, measured)
    return {
      current: isCurrent ? this.#current : undefined,
      leftMs: isCurrent && measured > 0 ? mean * this.#left : null,
      message: this.#messages.get(comparisonId) ?? null,
    }
  }

  async dispose(): Promise<void> {
    this.#over.abort()
    this.#current?.abort.abort()
    this.wake()
    await this.#working
  }

  async #work(): Promise<void> {
    const { store } = this.#dependencies
    while (!this.#over.signal.aborted) {
      this.#isWoken = false
      let comparison: Comparison | undefined
      try {
        const all = (await store.isWriter()) ? await store.comparisons.list() : []
        comparison = all.findLast(({ isBinned, state }) => state === 'running' && !isBinned)
        if (comparison === undefined) await this.#somethingToDo()
        else await this.#runAll(comparison)
      } catch (error) {
        const { message, wayOut } = toPlainError(error)
        if (comparison !== undefined) {
          const cause = [message, wayOut].filter((part) => part !== undefined).join(' ')
          this.#messages.set(comparison.comparisonId, `Waiting: ${cause}`)
          this.#dependencies.onChange()
        }
        await sleep(tryAgainMs, undefined, { signal: this.#over.signal }).catch(() => {})
      }
    }
  }

  #somethingToDo(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      if (this.#isWoken) resolve()
    })
  }

  async #runAll(comparison: Comparison): Promise<void> {
    const { onChange, store } = this.#dependencies
    const { comparisonId, variants } = comparison
    const started = await store.comparisons.jobs(comparisonId)
    const done = await this.#settle(comparison, started)
    const jobs = [...pendingJobs(comparison, (job) => done.has(jobKey(job)))]
    this.#durations = []
    let model: string | undefined
    for (const [index, job] of jobs.entries()) {
      if (this.#over.signal.aborted || !(await this.#isRunning(comparisonId))) return
      const modelId = variants[job.variant]?.modelId
      if (modelId === undefined) continue
      if (model !== undefined && model !== modelId) {
        await this.#dependencies.runner.release(model)
        this.#durations = []
      }
      model = modelId
      this.#left = jobs.length - index
      if (!(await this.#runJob(comparison, job))) return
    }
    if (model !== undefined) await this.#dependencies.runner.release(model)
    await store.comparisons.setState(comparisonId, 'done')
    this.#messages.delete(comparisonId)
    onChange()
  }

  /** False where it was interrupted. */
  async #runJob(comparison: Comparison, job: Job): Promise<boolean> {
    const { clock, onChange, runner, store } = this.#dependencies
    const variant = comparison.variants[job.variant]
    if (variant === undefined) return true
    const { modelId, recipe } = variant
    const text = await runner.textOf(comparison, job.problem)
    const runId = createId('run', clock.now())
    await store.comparisons.startJob(job, runId)
    const abort = new AbortController()
    this.#current = { job, runId, abort }
    onChange()
    const startedMs = clock.monotonicMs()
    try {
      const seeded = withSeedOfRepeat(recipe, job.repeat)
      const events = await runner.run({ runId, text, modelId, recipe: seeded }, abort.signal)
      if (abort.signal.aborted) return false
      const cell = await runner.cellOf(comparison, job, { runId, events })
      await store.comparisons.endJob(job, cell)
      this.#durations = [...this.#durations.slice(1 - measuredJobs), clock.monotonicMs() - startedMs]
      this.#current = undefined
      onChange({ job, cell })
      return true
    } finally {
      this.#current = undefined
    }
  }

  async #isRunning(comparisonId: string): Promise<boolean> {
    const all = await this.#dependencies.store.comparisons.list()
    const now = all.find((one) => one.comparisonId === comparisonId)
    return now?.state === 'running' && !now.isBinned
  }

  /** Jobs that are done; those that a crash cut off are told from those whose run was over, which get their cells now. */
  async #settle(comparison: Comparison, started: readonly StartedJob[]): Promise<ReadonlySet<string>> {
    const { clock, onChange, runner, store } = this.#dependencies
    const done = new Set(started.flatMap((job) => (job.cell === undefined ? [] : [jobKey(job)])))
    let cutOff = 0
    for (const job of started) {
      if (job.cell !== undefined) continue
      const events = (await store.runs.read(job.runId)) ?? []
      const last = events.at(-1)
      if (isOver(events)) {
        const cell = await runner.cellOf(comparison, job, { runId: job.runId, events })
        if (cell.outcome === 'cancelled') continue
        await store.comparisons.endJob(job, cell)
        done.add(jobKey(job))
        onChange({ job, cell })
      } else {
        cutOff++
        if (last !== undefined) await store.runs.append(job.runId, [stoppedInTheMiddle(last, clock.now())])
      }
    }
    if (cutOff > 0) {
      const runs = cutOff === 1 ? 'a run was' : `${cutOff} runs were`
      this.#messages.set(
        comparison.comparisonId,
        `Planwright stopped while ${runs} under way. Nothing that was finished is lost; what was cut off is run again.`,
      )
      onChange()
    }
    return done
  }
}

/** Repeats of a sampled run differ, and each can be made again; greedy ones have no seed. */
function withSeedOfRepeat(recipe: RunRecipe, repeat: number): RunRecipe {
  const { sampling } = recipe
  if (sampling === undefined || (sampling['temperature'] ?? 0) === 0) return recipe
  return { ...recipe, sampling: { ...sampling, seed: (sampling['seed'] ?? 0) + repeat } }
}
