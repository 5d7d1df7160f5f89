import { join } from 'node:path'
import { type EvaluationProgress, runEvaluation } from '../engine/evaluate.ts'
import { chooseModel } from './choose-model.ts'
import { type Command, exitCodes } from './command.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright evaluate (--dataset FILE... | --generated KIND --count N) [--model ID[,ID...]] [--limit N] [--seed N] [--repairs N] --out DIR

  --dataset F     NATURAL PLAN's JSON, or JSON Lines of problems with their constraints; several may be named
  --generated K   instead: problems composed in phrasings no model was trained on (calendar, trip, meeting, not-a-problem)
  --count N       how many of them (100)
  --model M       models to compare, with commas between them; the best shipped one where it is not given
  --limit N       only N problems of each file, the first ones after a shuffle
  --repairs N     at most so many repairs (2); where repairs are made, fewer are tried too, for the report
  --seed N        of the shuffle and of generated problems (1)
  --out DIR       where predictions.jsonl, report.json and report.md go; what is there already is not run again`

const options = {
  dataset: { type: 'string', multiple: true },
  generated: { type: 'string' },
  count: { type: 'string', default: '100' },
  model: { type: 'string' },
  limit: { type: 'string' },
  repairs: { type: 'string' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
} as const

function timeLeft(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

const progressLine = ({ correct, done, leftMs, model, of }: EvaluationProgress) =>
  `${model}: ${done} of ${of}, ${((100 * correct) / done).toFixed(1)}% correct, ${timeLeft(leftMs)} left`

/** Measures models on datasets; stopped and started again, it goes on where it was. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'measures models on data sets and writes a report',
  usage,
  async run(args, terminal, openEngine) {
    const { positionals, values } = parseArguments(args, { options, usage, positionals: true })
    const { generated, out } = values
    const files = [...(values.dataset ?? []), ...positionals]
    if (out === undefined) throw badUsage('--out is missing', usage)
    if (files.length === 0 && generated === undefined) throw badUsage('--dataset is missing', usage)
    const seed = wholeNumber(values.seed, { option: '--seed', from: 0, to: 2 ** 31, usage })
    const count = wholeNumber(values.count, { option: '--count', from: 1, to: 100_000, usage })
    const optional = (option: 'limit' | 'repairs', from: number) => {
      const text = values[option]
      return text === undefined ? {} : { [option]: wholeNumber(text, { option: `--${option}`, from, to: 1e6, usage }) }
    }
    const limits = { ...optional('limit', 1), ...optional('repairs', 0) }
    const models = await withEngine(openEngine, (engine) =>
      Promise.all((values.model?.split(',') ?? [undefined]).map((one) => chooseModel(engine, one))),
    )
    let shownMs = Number.NEGATIVE_INFINITY
    await runEvaluation({
      files,
      ...(generated === undefined ? {} : { generated: { kind: generated, count, seed } }),
      models: [...new Set(models)],
      ...limits,
      seed,
      out,
      openEngine,
      signal: terminal.signal,
      onProgress(progress) {
        // A log should not hold a line for every problem.
        const nowMs = performance.now()
        if (!terminal.showsProgress && nowMs - shownMs < 10_000 && progress.done < progress.of) return
        shownMs = nowMs
        terminal.progress(progressLine(progress))
      },
    })
    if (terminal.signal.aborted) {
      terminal.say('Interrupted. What was predicted is kept: the same command goes on from there.')
      return exitCodes.interrupted
    }
    terminal.write(`${join(out, 'report.md')}\n`)
    return exitCodes.done
  },
}
