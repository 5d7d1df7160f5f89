import type { ModelEntry } from '../../src/api/models-contract.ts'
import { mostColumns } from './comparison.ts'

const shownFirst = ['q8_0', 'q4_0', 'f16']

/** The default model where one was chosen, then the quantizations of our own, else whatever can be loaded. */
export function defaultModels(models: readonly ModelEntry[]): string[] {
  const usable = models.filter((one) => one.problem === undefined)
  const rank = ({ isDefault, quantization, shipped }: ModelEntry) => {
    if (isDefault === true) return -1
    const place = shownFirst.indexOf(quantization.toLowerCase())
    return (shipped ? 0 : shownFirst.length + 1) + (place < 0 ? shownFirst.length : place)
  }
  return [...usable]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostColumns)
    .map((one) => one.id)
}
