import { join } from 'node:path'
import { writeControlModel } from '../engine/control-model.ts'
import { runEvaluation } from '../engine/evaluate.ts'
import { chooseModel } from './choose-model.ts'
import { type Command, exitCodes } from './command.ts'
import { summarizeReport } from './evaluation-summary.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'
import { showProgress } from './show-progress.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright evaluate (--dataset FILE... | --generated KIND --count N) [--model ID[,ID...]] [--limit N] [--seed N] [--repairs N] [--control] --out DIR

  --dataset F     NATURAL PLAN's JSON, or JSON Lines of problems with their constraints; several may be named
  --generated K   instead, or as well: problems composed in phrasings no model was trained on: calendar, trip, meeting;
                  or not-a-problem: texts to be refused, whose report tells how many were taken for a problem
  --count N       how many of them (100)
  --model M       models to compare, with commas between them; the best shipped one where it is not given
  --limit N       only N problems of each file and of the generated ones, the first ones after a shuffle
  --repairs N     at most so many repairs (2); where repairs are made, fewer are tried too, for the report
  --control       beside them the first one's shape with random weights: what the grammar and the code do alone
  --seed N        of the shuffle and of generated problems (1)
  --out DIR       where predictions.jsonl, report.json and report.md go; what is there already is not run again

  False acceptance over 500 texts; a thousand meetings:
    planwright evaluate --generated not-a-problem --count 500 --out no-problems
    planwright evaluate --generated meeting --count 1000 --out meetings`

const options = {
  dataset: { type: 'string', multiple: true },
  generated: { type: 'string' },
  count: { type: 'string' },
  model: { type: 'string' },
  limit: { type: 'string' },
  repairs: { type: 'string' },
  control: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
} as const

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
    if (values.count !== undefined && generated === undefined) throw badUsage('--count goes with --generated', usage)
    const count = wholeNumber(values.count ?? '100', { option: '--count', from: 1, to: 100_000, usage })
    const optional = (option: 'limit' | 'repairs', from: number) => {
      const text = values[option]
      return text === undefined ? {} : { [option]: wholeNumber(text, { option: `--${option}`, from, to: 1e6, usage }) }
    }
    const limits = { ...optional('limit', 1), ...optional('repairs', 0) }
    const models = await withEngine(openEngine, async (engine) => {
      const chosen = await Promise.all((values.model?.split(',') ?? [undefined]).map((one) => chooseModel(engine, one)))
      const [first] = chosen
      if (!values.control || first === undefined) return chosen
      const entry = (await engine.listModels()).find(({ id }) => id === first)
      return [...chosen, await writeControlModel(entry?.file ?? first, out)]
    })
    const report = await runEvaluation({
      files,
      ...(generated === undefined ? {} : { generated: { kind: generated, count, seed } }),
      models: [...new Set(models)],
      ...limits,
      seed,
      out,
      openEngine,
      signal: terminal.signal,
      onProgress: showProgress(terminal),
    })
    if (report === undefined) {
      terminal.say('Interrupted before anything was run.')
      return exitCodes.interrupted
    }
    const summary = summarizeReport(report)
    if (summary !== '') terminal.say(summary)
    if (terminal.signal.aborted && !report.complete) {
      terminal.say('Interrupted. What was predicted is kept: the same command goes on from there.')
      return exitCodes.interrupted
    }
    terminal.write(`${join(out, 'report.md')}\n`)
    return exitCodes.done
  },
}
