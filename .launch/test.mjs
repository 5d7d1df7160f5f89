// `npm test`: everything, in the order in which a mistake is found soonest; ends with a line `N passed, N failed`.
import process from 'node:process'
import { createRunner, resultFile, stages } from './stages.mjs'
import { addTallies, emptyTally, readPlaywright, readVitest } from './tally.mjs'

const order = [
  { stage: 'check', title: 'types, style, import table, file sizes' },
  { stage: 'unit', title: 'unit and component tests', read: readVitest },
  { stage: 'build', title: 'build' },
  { stage: 'e2e', title: 'end-to-end tests', read: readPlaywright },
]

const run = createRunner()
let total = emptyTally
let code = 0
for (const { stage, title, read } of order) {
  process.stdout.write(`\n=== ${stage}: ${title} ===\n`)
  code = await stages[stage](run, [])
  const tally = read?.(resultFile(stage)) ?? emptyTally
  // A stage can fail without a failed test (a type error, a crash): that is one failure.
  total = addTallies(total, code === 0 ? tally : { ...tally, failed: Math.max(1, tally.failed) })
  if (code !== 0) break
}
if (total.skipped.length > 0) process.stdout.write(`\nskipped:\n${total.skipped.map((name) => `  ${name}\n`).join('')}`)
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = code
