import { datasetsFolder, naturalPlanFiles, readDatasets, wildFiles } from '../engine/bench/bench-datasets.ts'
import { benchExamples } from '../engine/bench/bench-examples.ts'
import { benchRules } from '../engine/bench/bench-rules.ts'
import { benchStore } from '../engine/bench/bench-store.ts'
import { chooseModel } from './choose-model.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'
import { printTable } from './print-table.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright bench [--model ID|FILE.gguf] [--times N] [--only rules|store|examples]

  Measures the rules on tau-prolog (and on SWI-Prolog where it is installed) with the facts that the data sets in
  PLANWRIGHT_DATASETS state, the store with 100,000 runs in it, then the whole job on the examples.
  --times N      warm runs of each example (5)
  --only WHAT    one of these three`

const options = {
  model: { type: 'string' },
  times: { type: 'string', default: '5' },
  only: { type: 'string' },
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

async function store(terminal: Terminal): Promise<void> {
  terminal.say(`The store with ${storedRuns.toLocaleString('en')} runs in it ...`)
  const bench = await benchStore(storedRuns, terminal.signal)
  const rows: readonly (readonly [string, Quantiles])[] = [
    ['open and list 100', bench.openMs],
    ['list 100', bench.listMs],
    ['read a run', bench.readMs],
    ['append an event', bench.appendMs],
  ]
  const head = [`store (ms), ${(bench.bytes / 1e6).toFixed(0)} MB`, ...quantileHead]
  terminal.write(
    `\n${printTable(
      head,
      rows.map(([what, quantiles]) => [what, ...quantileCells(quantiles)]),
    )}`,
  )
}

const parts = ['rules', 'store', 'examples'] as const
const storedRuns = 100_000

/** How fast the rules are, the store, and the whole job. */
export const benchCommand: Command = {
  name: 'bench',
  summary: 'measures the rules, the store and the whole job',
  usage,
  async run(args, terminal, openEngine) {
    const { values } = parseArguments(args, { options, usage })
    const times = wholeNumber(values.times, { option: '--times', from: 1, to: 1000, usage })
    const { only } = values
    if (only !== undefined && !parts.some((part) => part === only))
      throw badUsage(`--only wants ${parts.join(', ')}`, usage)
    if (only === undefined || only === 'rules') await rules(terminal)
    if (only === undefined || only === 'store') await store(terminal)
    if (only !== undefined && only !== 'examples') return exitCodes.done
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
