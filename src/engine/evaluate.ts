import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { checkSameProblems } from '../evaluation/check-same-problems.ts'
import { evaluateModel } from '../evaluation/evaluate.ts'
import { openPredictions, withClearErrors } from '../evaluation/predictions-file.ts'
import { type EvaluationReport, reportOn } from '../evaluation/report.ts'
import { printReport } from '../evaluation/report-markdown.ts'
import { type EvaluatedRun, isCorrect } from '../evaluation/sample.ts'
import { watchPeakMemory } from '../language-models/memory.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunRecipe } from '../planning/run-recipe.ts'
import { earlierPeaks, type PeakMemory } from './earlier-peaks.ts'
import type { Engine } from './engine.ts'
import { evaluatedRun } from './evaluated-run.ts'
import { createProgressClock } from './progress-clock.ts'
import { readSamples, type SampleSources } from './read-samples.ts'

export type EvaluationProgress =
  /** Problems composed, and to be composed. */
  | { readonly type: 'composing'; readonly done: number; readonly of: number }
  /** A model's turn begins: what it answered in an earlier evaluation, and what it is to answer in all. */
  | { readonly type: 'model'; readonly model: string; readonly done: number; readonly of: number }
  | {
      readonly type: 'answer'
      readonly model: string
      /** Answered by this model, and to be answered. */
      readonly done: number
      readonly of: number
      readonly correct: number
      /** Of all models together; null where nothing but a first, cold query has been measured. */
      readonly leftMs: number | null
    }

export interface EvaluationRequest extends SampleSources {
  readonly models: readonly string[]
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
 * What can't be read ends it before anything is run. An aborted one keeps what it has and reports on that; undefined where
 * not even the problems were there yet.
 */
export async function runEvaluation(request: EvaluationRequest): Promise<EvaluationReport | undefined> {
  const { models, onProgress, out, signal } = request
  const onComposed = (done: number, of: number) => onProgress({ type: 'composing', done, of })
  const samples = await readSamples(request, { onComposed, signal })
  if (signal.aborted) return undefined
  const file = await openPredictions(out)
  const peakMemory = await earlierPeaks(out)
  const wanted = new Set(samples.map(({ id }) => id))
  try {
    checkSameProblems(samples, file.predictions, out)
    const todo = models.map((model) => samples.filter(({ id }) => !file.has(id, model)).length)
    const clock = createProgressClock(
      todo.reduce((sum, count) => sum + count, 0),
      systemClock,
    )
    for (const [index, model] of models.entries()) {
      if (signal.aborted) continue
      onProgress({ type: 'model', model, done: samples.length - (todo[index] ?? 0), of: samples.length })
      if (todo[index] === 0) continue
      await measured(request, { model, peakMemory }, async (engine, afterEach) => {
        const answered = file.predictions.filter((one) => one.model === model && wanted.has(one.id))
        let [done, correct] = [answered.length, answered.filter(({ verdict }) => isCorrect(verdict)).length]
        await evaluateModel({
          samples,
          model,
          file,
          signal,
          ...(request.repairs === undefined ? {} : { repairs: request.repairs }),
          run: (text, recipe) => runSample(engine, { text, modelId: model, recipe }, signal),
          onPrediction: async ({ cold, verdict }) => {
            done++
            if (isCorrect(verdict)) correct++
            onProgress({ type: 'answer', model, done, of: samples.length, correct, leftMs: clock.leftMs(cold) })
            await afterEach()
          },
        })
      })
    }
  } finally {
    await file.close()
  }
  const predictions = file.predictions.filter(({ id, model }) => wanted.has(id) && models.includes(model))
  const report = reportOn({ models, samples, predictions, peakMemory })
  await replaceFile(out, 'report.json', `${JSON.stringify(report, null, 2)}\n`)
  await replaceFile(out, 'report.md', printReport(report))
  return report
}

/** The old report stays where there is no room for the new one. */
async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const unfinished = join(folder, `${name}.unfinished`)
  await withClearErrors(folder, async () => {
    try {
      await writeFile(unfinished, text)
      await rename(unfinished, join(folder, name))
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  })
}

/** Opens an engine for one model and watches the memory of all processes while the work goes on. */
async function measured(
  { openEngine }: EvaluationRequest,
  named: { model: string; peakMemory: Map<string, PeakMemory> },
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
    const peak = await watch.stop()
    if (peak.bytes > (named.peakMemory.get(named.model)?.bytes ?? 0)) named.peakMemory.set(named.model, peak)
    await engine.dispose()
  }
}

/** Undefined where it was cancelled: that is no answer of the model. */
async function runSample(
  engine: Engine,
  problem: { text: string; modelId: string; recipe: RunRecipe },
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
