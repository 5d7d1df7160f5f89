import { createHash } from 'node:crypto'
import { planningDomains } from '../../domains/registry.ts'
import type { Sample } from '../../evaluation/sample.ts'
import { generatedSamples } from '../generated-samples.ts'
import { openReferenceSolver } from '../reference-solver.ts'

const seed = 20_261_121
const countEach = 4

/** The problems that models are measured with, the same ones for all. */
export interface MeasuringProblems {
  /** Changes with any of their texts. */
  readonly name: string
  readonly samples: readonly Sample[]
}

/** How many problems there are. */
export const measuringCount: number = planningDomains.size * countEach

/**
 * Composes the problems: of each planning domain as many, in held-out phrasings, judged by the facts they state. Throws the
 * signal's reason.
 */
export async function measuringProblems(
  onComposed: (done: number) => void,
  signal: AbortSignal,
): Promise<MeasuringProblems> {
  const reference = openReferenceSolver()
  const samples: Sample[] = []
  try {
    for (const kind of planningDomains.keys()) {
      const before = samples.length
      const set = { kind, count: countEach, seed }
      const composing = {
        isSatisfiable: reference.isSatisfiable,
        onComposed: (done: number) => onComposed(before + done),
        signal,
      }
      samples.push(...(await generatedSamples(set, composing)))
      signal.throwIfAborted()
    }
  } finally {
    await reference.dispose()
  }
  const texts = createHash('sha256').update(samples.map(({ text }) => text).join('\n'))
  return { name: `held-out ${samples.length} ${texts.digest('hex').slice(0, 12)}`, samples }
}
