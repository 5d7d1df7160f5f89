import { structure } from '../formalization/small-model-prompt.ts'
import type { TrainingRow } from './training-rows.ts'

/**
 * Rows whose prompts go on from one another, as those of a stretch do: training reads the whole text once and answers after
 * each part. The sign that asks for the answer is left out of the parts.
 */
export interface Lesson {
  readonly kind: TrainingRow['kind']
  readonly domain: string
  readonly parts: readonly string[]
  /** What to answer after each part. */
  readonly completions: readonly string[]
}

export function joinLessons(rows: readonly TrainingRow[]): Lesson[] {
  const lessons: { kind: TrainingRow['kind']; domain: string; parts: string[]; completions: string[] }[] = []
  let read = ''
  for (const { completion, domain, kind, prompt } of rows) {
    if (!prompt.endsWith(structure.answer)) throw new RangeError('a prompt that asks for no answer')
    const text = prompt.slice(0, -structure.answer.length)
    const open = lessons.at(-1)
    if (open?.kind === kind && text.startsWith(read)) {
      open.parts.push(text.slice(read.length))
      open.completions.push(completion)
    } else lessons.push({ kind, domain, parts: [text], completions: [completion] })
    read = text
  }
  return lessons
}
