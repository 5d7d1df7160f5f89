import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import { createRandom } from '../base/random.ts'
import { readDataset } from '../evaluation/dataset-file.ts'
import { evaluateModel } from '../evaluation/evaluate.ts'
import { openPredictions, withClearErrors } from '../evaluation/predictions-file.ts'
import { type EvaluationReport, reportOn } from '../evaluation/report.ts'
import { printReport } from '../evaluation/report-markdown.ts'
import { type EvaluatedRun, isCorrect, type Sample } from '../evaluation/sample.ts'
import { watchPeakMemory } from '../language-models/memory.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { Engine } from './engine.ts'
import { evaluatedRun } from './evaluated-run.ts'
import { type GeneratedSet, generatedSamples } from './generated-samples.ts'
import { openReferenceSolver } from './reference-solver.ts'

export interface EvaluationProgress {
  readonly model: string
  /** Answered by this model, and to be answered. */
  readonly done: number
  readonly of: number
  readonly correct: number
  /** Of all models together. */
  readonly leftMs: number
}

export interface EvaluationRequest {
  /** NATURAL PLAN's JSON or JSON Lines. */
  readonly files: readonly string[]
  readonly generated?: GeneratedSet
  readonly models: readonly string[]
  /** This many problems of each file, the first ones after a shuffle with the seed. */
  readonly limit?: number
  readonly seed: number
  /** At most so many repairs; the engine's own limit where absent. */
  readonly repairs?: number
  /** Folder of `predictions.jsonl`, `report.json` and `report.md`. */
  readonly out: string
  /** One engine a model: each starts cold, and its memory is its own. */
  readonly openEngine: () => Promise<Engine>
  readonly onProgress: (progress: EvaluationProgress) => void
  readonly signal: AbortSignal
}

/**
 * Evaluates models on datasets, goes on where an earlier evaluation of the same folder stopped, and writes the report.
 * What can't be read ends it before anything is run. An aborted one keeps what it has and reports on that.
 */
export async function runEvaluation(request: EvaluationRequest): Promise<EvaluationReport> {
  const { models, out, signal } = request
  const samples = await readSamples(request)
  const file = await openPredictions(out)
  const peakMemory = new Map<string, { bytes: number; measure: string }>()
  try {
    const todo = models.map((model) => samples.filter(({ id }) => !file.has(id, model)).length)
    const clock = createProgressClock(todo.reduce((sum, count) => sum + count, 0))
    for (const [index, model] of models.entries()) {
      if (todo[index] === 0 || signal.aborted) continue
      await measured(request, { model, peakMemory }, async (engine, afterEach) => {
        const answered = file.predictions.filter(
          (one) => one.model === model && samples.some(({ id }) => id === one.id),
        )
        let [done, correct] = [answered.length, answered.filter(({ verdict }) => isCorrect(verdict)).length]
        await evaluateModel({
          samples,
          model,
          file,
          signal,
          ...(request.repairs === undefined ? {} : { repairs: request.repairs }),
          run: (text, options) => runSample(engine, { text, modelId: model, ...options }, signal),
          onPrediction: async ({ verdict }) => {
            done++
            if (isCorrect(verdict)) correct++
            request.onProgress({ model, done, of: samples.length, correct, leftMs: clock.leftMs() })
            await afterEach()
          },
        })
      })
    }
  } finally {
    await file.close()
  }
  const wanted = new Set(samples.map(({ id }) => id))
  const predictions = file.predictions.filter(({ id, model }) => wanted.has(id) && models.includes(model))
  const report = reportOn({ models, problems: samples.length, predictions, peakMemory })
  await withClearErrors(out, async () => {
    await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
    await writeFile(join(out, 'report.md'), printReport(report))
  })
  return report
}

async function readSamples({ files, generated, limit, seed }: EvaluationRequest): Promise<Sample[]> {
  const sets = await Promise.all(files.map(async (file) => readDataset(file, await readText(file))))
  if (generated !== undefined) {
    const reference = openReferenceSolver()
    try {
      sets.push(await generatedSamples(generated, reference.isSatisfiable))
    } finally {
      await reference.dispose()
    }
  }
  const chosen = sets.flatMap((set) => (limit === undefined ? set : createRandom(seed).shuffle(set).slice(0, limit)))
  return [...new Map(chosen.map((sample) => [sample.id, sample])).values()]
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new PlanwrightError({
      code: 'not-found',
      message: `The data set ${file} can't be read (${error instanceof Error ? error.message.split(',')[0] : error}).`,
      wayOut: "Name a file of NATURAL PLAN's JSON or of JSON Lines.",
      cause: error,
    })
  }
}

/** Opens an engine for one model and watches the memory of all processes while the work goes on. */
async function measured(
  { openEngine }: EvaluationRequest,
  named: { model: string; peakMemory: Map<string, { bytes: number; measure: string }> },
  work: (engine: Engine, afterEach: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const engine = await openEngine()
  let processIds = [process.pid]
  const watch = watchPeakMemory(() => processIds)
  try {
    await work(engine, async () => {
      processIds = [process.pid, ...(await engine.processIds())]
    })
  } finally {
    named.peakMemory.set(named.model, await watch.stop())
    await engine.dispose()
  }
}

/** Undefined where it was cancelled: that is no answer of the model. */
async function runSample(
  engine: Engine,
  problem: { text: string; modelId: string; repairs?: number },
  signal: AbortSignal,
): Promise<EvaluatedRun | undefined> {
  const runId = engine.startRun({ ...problem, domain: 'auto', keep: false })
  const cancel = () => void engine.cancelRun(runId)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const events: RunEvent[] = []
    for await (const event of engine.watchRun(runId, -1)) if (event.type !== 'token') events.push(event)
    return signal.aborted ? undefined : evaluatedRun(events)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** How long the rest will take, going by the mean so far. */
function createProgressClock(todo: number): { leftMs(): number } {
  const startedMs = systemClock.monotonicMs()
  let done = 0
  return {
    leftMs() {
      done++
      return ((systemClock.monotonicMs() - startedMs) / done) * (todo - done)
    },
  }
}
