import { existsSync } from 'node:fs'
import { PlanwrightError } from '../base/planwright-error.ts'
import type { Engine } from '../engine/engine.ts'

/** Checks a model's name before anything is started; the default one where none is named, else the first that comes with Planwright. */
export async function chooseModel(engine: Engine, named: string | undefined): Promise<string> {
  const entries = await engine.listModels()
  const usable = entries.filter((entry) => entry.problem === undefined)
  const wayOut = `Name one of: ${usable.map(({ id }) => id).join(', ') || '(none is installed)'}; or the path of a GGUF file.`
  if (named === undefined) {
    const first = usable.find(({ isDefault }) => isDefault) ?? usable[0]
    if (first !== undefined) return first.id
    throw new PlanwrightError({ code: 'not-found', message: 'There is no language model to use.', wayOut })
  }
  const entry = entries.find(({ id }) => id === named)
  if (entry?.problem !== undefined) {
    throw new PlanwrightError({ code: 'not-found', message: `${named} can't be used: ${entry.problem}` })
  }
  if (entry !== undefined) return named
  if (!/\.gguf$/i.test(named)) {
    throw new PlanwrightError({ code: 'not-found', message: `There is no language model "${named}".`, wayOut })
  }
  if (existsSync(named)) return named
  throw new PlanwrightError({ code: 'not-found', message: `There is no file ${named}.`, wayOut })
}
