import { stat } from 'node:fs/promises'
import type { MeasureProgress, ModelMeasurement } from '../../api/model-measurement.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { type EvaluatedRun, isCorrect, type Sample } from '../../evaluation/sample.ts'
import { percentile, wilson } from '../../evaluation/statistics.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import { watchPeakMemory } from '../../language-models/memory.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { evaluatedRun } from '../evaluated-run.ts'
import { readVersion } from '../version.ts'
import { machineName } from './measurement-store.ts'
import { type MeasuringProblems, measuringCount } from './measuring-problems.ts'

/** What measuring needs of the engine. */
export interface MeasureTools {
  readonly now: () => number
  /** Throws the signal's reason. */
  readonly problems: (onComposed: (done: number) => void, signal: AbortSignal) => Promise<MeasuringProblems>
  readonly load: (
    onProgress: (progress: { stage: string; fraction: number }) => void,
    signal: AbortSignal,
  ) => Promise<LanguageModel>
  /** All events of a run of the model; the signal cancels it. */
  readonly run: (text: string, signal: AbortSignal) => Promise<readonly RunEvent[]>
}

export interface Measuring {
  readonly tell: (progress: MeasureProgress) => void
  readonly signal: AbortSignal
}

interface Answer {
  readonly sample: Sample
  readonly run: EvaluatedRun
  readonly isRight: boolean
}

/** Lets a model solve the fixed problems and says how it did. Throws what kept it from being loaded, and the signal's reason. */
export async function measureModel(tools: MeasureTools, { signal, tell }: Measuring): Promise<ModelMeasurement> {
  const of = measuringCount
  const problems = await tools.problems((done) => tell({ type: 'composing', done, of }), signal)
  const model = await tools.load((progress) => tell({ type: 'loading', ...progress }), signal)
  const memory = watchPeakMemory(() => (model.processId === undefined ? [] : [model.processId]))
  const answers: Answer[] = []
  try {
    for (const sample of problems.samples) {
      const right = answers.filter(({ isRight }) => isRight).length
      tell({ type: 'problem', done: answers.length, of, correct: right })
      const events = await tools.run(sample.text, signal)
      signal.throwIfAborted()
      refuseLost(events)
      const run = evaluatedRun(events)
      answers.push({ sample, run, isRight: isCorrect(sample.judge(run).verdict) })
    }
  } finally {
    await memory.stop()
  }
  const peak = await memory.stop()
  return {
    ...(await describe(model)),
    machine: machineName(),
    time: tools.now(),
    planwright: await readVersion(),
    problems: problems.name,
    ...summarize(answers),
    peakMemoryBytes: model.processId === undefined ? null : peak.bytes,
  }
}

/** A run that the model's process did not outlive says nothing about the model's answers. */
function refuseLost(events: readonly RunEvent[]): void {
  const end = events.at(-1)
  if (end?.type !== 'run-end' || end.errorCode === undefined) return
  throw new PlanwrightError({
    code: 'engine-stopped',
    message: `The measurement ended early: ${end.reason ?? 'the model stopped'}`,
    wayOut: 'Measure again.',
  })
}

async function describe(model: LanguageModel) {
  const { file, id, quantization, sha256, sizeBytes } = model
  const found = await stat(file).catch(() => undefined)
  return { sha256, modelId: id, quantization, sizeBytes, modifiedMs: found?.mtimeMs ?? 0 }
}

function summarize(answers: readonly Answer[]) {
  const domains = [...new Set(answers.map(({ sample }) => sample.task))]
  const share = (some: readonly Answer[]) => ({
    count: some.length,
    correct: some.filter(({ isRight }) => isRight).length,
  })
  // The first one finds caches cold that later ones find warm.
  const warm = answers.slice(1).map(({ run }) => run)
  const tokens = warm.reduce((sum, { usage }) => sum + usage.completionTokens, 0)
  const seconds = warm.reduce((sum, { timings }) => sum + timings.formalizeMs, 0) / 1000
  const all = share(answers)
  const { high, low } = wilson(all.correct, all.count)
  return {
    ...all,
    low,
    high,
    byDomain: domains.map((domain) => ({ domain, ...share(answers.filter(({ sample }) => sample.task === domain)) })),
    tokensPerSecond: seconds > 0 ? tokens / seconds : 0,
    medianMs:
      percentile(
        warm.map(({ timings }) => timings.totalMs),
        0.5,
      ) ?? 0,
  }
}
