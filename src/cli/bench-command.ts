import { datasetsFolder, naturalPlanFiles, readDatasets, wildFiles } from '../engine/bench/bench-datasets.ts'
import { benchExamples } from '../engine/bench/bench-examples.ts'
import { benchRules } from '../engine/bench/bench-rules.ts'
import { chooseModel } from './choose-model.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { parseArguments, wholeNumber } from './parse-arguments.ts'
import { printTable } from './print-table.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright bench [--model ID|FILE.gguf] [--times N] [--rules-only]

  Measures the rules on tau-prolog (and on SWI-Prolog where it is installed) with the facts that the data sets in
  PLANWRIGHT_DATASETS state, then the whole job on the examples.
  --times N      warm runs of each example (5)
  --rules-only   leaves the examples out`

const options = {
  model: { type: 'string' },
  times: { type: 'string', default: '5' },
  'rules-only': { type: 'boolean', default: false },
} as const

type Quantiles = Readonly<Record<'p50' | 'p95' | 'p99' | 'max', number | null>>
const ms = (value: number | null) => (value === null ? '-' : value.toFixed(value < 100 ? 1 : 0))
const quantileCells = ({ max, p50, p95, p99 }: Quantiles) => [p50, p95, p99, max].map(ms)
const quantileHead = ['p50', 'p95', 'p99', 'max']

async function rules(terminal: Terminal): Promise<void> {
  const samples = await readDatasets(datasetsFolder(), [...naturalPlanFiles, ...wildFiles])
  terminal.say(`${samples.length} problems, from the facts that their data sets state ...`)
  const benches = await benchRules(samples, terminal.signal)
  const head = ['solving (ms)', 'problems', 'correct', 'exact match', ...quantileHead.map((name) => `tau ${name}`)]
  const rows = benches.map(({ correct, dataset, disagreements, domain, exactMatches, problems, swiMs, tauMs }) => [
    `${dataset} ${domain}`,
    ...[problems, correct, exactMatches ?? '-'].map(String),
    ...quantileCells(tauMs),
    ...(swiMs === null ? ['-', '-', '-', '-'] : quantileCells(swiMs)),
    swiMs === null ? '-' : String(disagreements),
  ])
  terminal.write(printTable([...head, ...quantileHead.map((name) => `SWI ${name}`), 'SWI differs'], rows))
}

/** How fast the rules are, and how fast the whole job is. */
export const benchCommand: Command = {
  name: 'bench',
  summary: 'measures the rules and the whole job',
  usage,
  async run(args, terminal, openEngine) {
    const { values } = parseArguments(args, { options, usage })
    const times = wholeNumber(values.times, { option: '--times', from: 1, to: 1000, usage })
    await rules(terminal)
    if (values['rules-only']) return exitCodes.done
    return withEngine(openEngine, async (engine) => {
      const modelId = await chooseModel(engine, values.model)
      terminal.say(`The whole job with ${modelId}, ${times} times each ...`)
      const benches = await benchExamples(engine, { modelId, times, signal: terminal.signal })
      const head = ['whole job (ms)', 'domain', 'status', 'first', 'p50', 'p95', 'max']
      const rows = benches.map(({ domain, firstMs, status, title, totalMs }) => [
        title,
        domain,
        status,
        ...[firstMs, totalMs.p50, totalMs.p95, totalMs.max].map(ms),
      ])
      terminal.write(`\n${printTable(head, rows)}`)
      return exitCodes.done
    })
  },
}
