import { readFile } from 'node:fs/promises'
import { PlanwrightError } from '../base/planwright-error.ts'
import { createRandom } from '../base/random.ts'
import { readDataset } from '../evaluation/dataset-file.ts'
import type { Sample } from '../evaluation/sample.ts'
import { type GeneratedSet, generatedSamples } from './generated-samples.ts'
import { openReferenceSolver } from './reference-solver.ts'

/** Where problems come from. */
export interface SampleSources {
  /** NATURAL PLAN's JSON or JSON Lines. */
  readonly files: readonly string[]
  readonly generated?: GeneratedSet
  /** This many problems of each file and of the generated set, the first ones after a shuffle with the seed. */
  readonly limit?: number
  readonly seed: number
}

export interface WhileReading {
  readonly onComposed: (done: number, of: number) => void
  /** Ends the composing with what there is. */
  readonly signal: AbortSignal
}

/** All problems, each once. Throws `not-found` or `invalid-input` for what can't be read. */
export async function readSamples(sources: SampleSources, whileReading: WhileReading): Promise<Sample[]> {
  const { files, generated, limit, seed } = sources
  const sets = await Promise.all(files.map(async (file) => readDataset(file, await readText(file))))
  if (generated !== undefined) sets.push(await compose(generated, whileReading))
  checkNames(sets.flat())
  const chosen = sets.flatMap((set) => (limit === undefined ? set : createRandom(seed).shuffle(set).slice(0, limit)))
  return [...new Map(chosen.map((sample) => [sample.id, sample])).values()]
}

async function compose(set: GeneratedSet, { onComposed, signal }: WhileReading): Promise<Sample[]> {
  const reference = openReferenceSolver()
  try {
    const { isSatisfiable } = reference
    return await generatedSamples(set, { isSatisfiable, onComposed: (done) => onComposed(done, set.count), signal })
  } finally {
    await reference.dispose()
  }
}

/** A file may be named twice, but of two problems with one name the second would be taken for the first. */
function checkNames(samples: readonly Sample[]): void {
  const texts = new Map(samples.map(({ id, text }) => [id, text]))
  const other = samples.find(({ id, text }) => texts.get(id) !== text)
  if (other === undefined) return
  throw new PlanwrightError({
    code: 'invalid-input',
    message: `Two different problems are called "${other.id}".`,
    wayOut: 'Give each an id of its own, or evaluate their data sets one by one, each with a folder of its own.',
  })
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new PlanwrightError({
      code: 'not-found',
      message: `The data set ${file} can't be read: ${whyUnreadable(error)}.`,
      wayOut: "Name a file of NATURAL PLAN's JSON or of JSON Lines.",
      cause: error,
    })
  }
}

function whyUnreadable(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'there is no permission',
  }
  return known[code] ?? (error instanceof Error ? error.message : String(error))
}
