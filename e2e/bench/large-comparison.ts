import { mkdirSync } from 'node:fs'
import type { CellOutcome } from '../../src/planning/cell.ts'
import { openToWrite } from '../../src/storage/sqlite/store-database.ts'
import { storeFile } from '../../src/storage/sqlite/store-writer.ts'
import type { StoreWrite } from '../../src/storage/store-write.ts'

const outcomes: readonly CellOutcome[] = ['right', 'right', 'right', 'right', 'wrong-facts', 'no-solution', 'draft']
const writesATransaction = 5_000

/** A store with one finished comparison of so many problems and variants in it. */
export function writeLargeComparison(home: string, size: { problems: number; variants: number }): void {
  mkdirSync(home, { recursive: true })
  const database = openToWrite(storeFile(home))
  const [comparisonId, datasetId] = ['comparison-large', 'set-large']
  const problems = Array.from({ length: size.problems }, (_, index) => ({
    id: `problem-${index}`,
    task: 'calendar',
    level: `${2 + (index % 6)} people`,
    text: `Problem ${index}: find half an hour for Ana, Ben and ${index % 100} others on Monday. ${'Ana is busy from 9:00 to 10:00. '.repeat(12)}`,
  }))
  const variants = Array.from({ length: size.variants }, (_, index) => ({
    name: `planwright-nano, variant ${index + 1}`,
    modelId: 'planwright-nano-q8_0',
    recipe: {},
  }))
  const dataset = { datasetId, time: 1, name: 'Large', origin: 'own' as const, problems: problems.length }
  const common = { comparisonId, time: 1, name: 'Large', datasetId, problems: problems.length, variants, repeats: 1 }
  database.write([
    { kind: 'dataset', dataset, problems },
    { kind: 'comparison', comparison: { ...common, state: 'done', isBinned: false } },
  ])
  let waiting: StoreWrite[] = []
  for (let problem = 0; problem < size.problems; problem++) {
    for (let variant = 0; variant < size.variants; variant++) {
      waiting.push(...jobWrites({ comparisonId, problem, variant, repeat: 0 }))
    }
    if (waiting.length < writesATransaction && problem < size.problems - 1) continue
    database.write(waiting)
    waiting = []
  }
  database.close()
}

function jobWrites(job: { comparisonId: string; problem: number; variant: number; repeat: number }): StoreWrite[] {
  const { problem, variant } = job
  const runId = `run-${problem}x${variant}`
  const cell = {
    runId,
    outcome: problem % 3 > 0 ? 'right' : (outcomes[(problem + variant * 3) % outcomes.length] ?? 'right'),
    line: `Meet on Monday from ${9 + (problem % 8)}:00 to ${9 + (problem % 8)}:30.`,
    planKey: `${problem % 8}`,
    latencyMs: 200 + ((problem * 31 + variant) % 900),
    tokens: 60,
    tokensPerSecond: 120,
    memoryBytes: 170e6,
  }
  return [
    { kind: 'job-start', job, runId },
    { kind: 'job-end', job, cell },
  ]
}
