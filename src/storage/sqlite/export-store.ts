import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { openToRead, type StoreReader } from './store-database.ts'

const runsAtOnce = 1_000_000

/** A file's name and what stands in it, an object a line. */
type Part = readonly [name: string, lines: Iterable<object>]

/**
 * Everything that is kept as JSON Lines in a new folder, for whoever would rather read it without Planwright. The folder is
 * there whole or not at all. Throws `invalid-input` where it exists.
 */
export async function exportStore(file: string, to: string): Promise<void> {
  if (!existsSync(file)) throw new PlanwrightError({ code: 'not-found', message: 'Nothing is kept yet.' })
  if (existsSync(to)) {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `${to} is there already.`,
      wayOut: 'Name a new folder.',
    })
  }
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const store = openToRead(file)
  try {
    for (const [name, lines] of partsOf(store)) {
      await pipeline(Readable.from(jsonLines(lines)), createWriteStream(join(unfinished, name)))
    }
    renameSync(unfinished, to)
  } finally {
    store.close()
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function partsOf(store: StoreReader): readonly Part[] {
  const { comparisons, datasets, prompts, settings } = store
  return [
    ['runs.jsonl', runLines(store)],
    ['settings.jsonl', Object.entries(settings.read()).map(([name, value]) => ({ name, value }))],
    ['prompts.jsonl', prompts.list()],
    ['datasets.jsonl', datasets.list().map((one) => ({ ...one, contents: datasets.problems(one.datasetId) }))],
    ['comparisons.jsonl', comparisons.list().map((one) => ({ ...one, jobs: comparisons.jobs(one.comparisonId) }))],
  ]
}

function* runLines({ runs }: StoreReader): Generator<object> {
  for (const summary of runs.list(runsAtOnce)) yield { ...summary, events: runs.read(summary.runId) ?? [] }
}

function* jsonLines(lines: Iterable<object>): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`
}
