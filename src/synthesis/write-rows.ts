import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRandom } from '../base/random.ts'
import { composers } from './compose/registry.ts'
import { joinLessons } from './lesson.ts'
import { trainingRows } from './training-rows.ts'

/**
 * Writes lessons as JSON Lines shards, for `models/training`.
 * `node src/synthesis/write-rows.ts --problems 20000 --seed 1 --split train --out DIR [--benchmark-share 0.1] [--shard 2000] [--difficulty 1] [--domain-share 0.2]`
 */
const { values } = parseArgs({
  options: {
    problems: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    split: { type: 'string', default: 'train' },
    out: { type: 'string' },
    'benchmark-share': { type: 'string', default: '0.1' },
    shard: { type: 'string', default: '2000' },
    domains: { type: 'string', default: '' },
    difficulty: { type: 'string', default: '1' },
    'domain-share': { type: 'string', default: '0.2' },
  },
})
if (values.out === undefined) throw new RangeError('--out DIR is missing')
const out = values.out
const split = values.split === 'held-out' ? 'held-out' : 'train'
const wanted =
  values.domains === '' ? composers : composers.filter((one) => values.domains.split(',').includes(one.domain))
const weights = wanted.flatMap((composer) => Array<typeof composer>(composer.weight).fill(composer))
const hardest = Number(values.difficulty)
/** Of the planning problems, how many ask for their domain too: it is soon learnt, and the prompt is long. */
const domainShare = Number(values['domain-share'])
mkdirSync(out, { recursive: true })

let lost = 0
let count = 0
let lines: string[] = []
let shard = 0
const flush = () => {
  if (lines.length === 0) return
  const name = `rows-${split}-${values.seed}-${String(shard++).padStart(4, '0')}.jsonl`
  writeFileSync(join(out, name), `${lines.join('\n')}\n`)
  lines = []
}
const problems = Number(values.problems)
for (let index = 0; index < problems; index++) {
  const random = createRandom(Number(values.seed) * 1_000_003 + index)
  const composer = random.pick(weights)
  const benchmarkShare = Number(values['benchmark-share'])
  const problem = composer.compose(random, { split, benchmarkShare }, random.next() * hardest)
  const made = trainingRows(problem)
  lost += made.lost
  const asksDomain = problem.domain === 'none' || random.chance(domainShare)
  for (const lesson of joinLessons(made.rows.filter(({ kind }) => asksDomain || kind !== 'domain'))) {
    lines.push(JSON.stringify({ ...lesson, heldOut: split === 'held-out' }))
    count += lesson.parts.length
  }
  if ((index + 1) % Number(values.shard) === 0) flush()
}
flush()
process.stderr.write(`${count} answers from ${problems} problems, ${lost} facts left out for want of context\n`)
