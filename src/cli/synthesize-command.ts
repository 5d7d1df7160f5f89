import { composableKinds, composeProblem, factsOf } from '../engine/compose-problem.ts'
import { type Command, exitCodes } from './command.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'

const usage = `planwright synthesize --domain D [--count N] [--seed S] [--split train|held-out] [--benchmark-share X]

  Writes problems in plain words and the facts that they state, one JSON object a line. The same seed gives the same.
  --domain D            ${composableKinds.join(', ')}
  --count N             how many (10)
  --seed S              (1)
  --split P             held-out: phrasings and names that are in no training data (train)
  --benchmark-share X   how often a sentence takes one of the benchmark's forms, 0 to 1 (0)`

const options = {
  domain: { type: 'string' },
  count: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  split: { type: 'string', default: 'train' },
  'benchmark-share': { type: 'string', default: '0' },
} as const

/** Random problems with the facts that they state, for training and for measuring. */
export const synthesizeCommand: Command = {
  name: 'synthesize',
  summary: 'writes random problems with the facts that they state',
  usage,
  async run(args, terminal) {
    const { values } = parseArguments(args, { options, usage })
    const { domain, split } = values
    const benchmarkShare = Number(values['benchmark-share'])
    if (domain === undefined) throw badUsage('--domain is missing', usage)
    if (split !== 'train' && split !== 'held-out') throw badUsage(`--split is train or held-out, not "${split}"`, usage)
    if (!(benchmarkShare >= 0 && benchmarkShare <= 1)) throw badUsage('--benchmark-share wants 0 to 1', usage)
    const count = wholeNumber(values.count, { option: '--count', from: 1, to: 10_000_000, usage })
    const seed = wholeNumber(values.seed, { option: '--seed', from: 0, to: 2 ** 31, usage })
    for (let index = 0; index < count; index++) {
      if (terminal.signal.aborted) return exitCodes.interrupted
      const problem = composeProblem(domain, { seed, index, split, benchmarkShare })
      const line = { id: `${domain}-${seed}-${index}`, domain, text: problem.text, facts: factsOf(problem) }
      terminal.write(`${JSON.stringify(line)}\n`)
      // Lets Ctrl-C and a reader that has gone away get through.
      if (index % 100 === 99) await new Promise((resolve) => setImmediate(resolve))
    }
    return exitCodes.done
  },
}
