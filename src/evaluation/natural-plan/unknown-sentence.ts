import { PlanwrightError } from '../../base/planwright-error.ts'

/** A reference reader knows every sentence form of the benchmark; another one is no problem of the benchmark. */
export function unknownSentence(sentence: string): PlanwrightError {
  return new PlanwrightError({
    code: 'invalid-input',
    message: `This is no sentence of the benchmark: "${sentence.slice(0, 200)}"`,
  })
}

/** Minutes after midnight of "9:00" or "2:15PM". */
export function clockTime(words: string): number {
  const [, hours = '', minutes = '', half] = /^(\d{1,2}):(\d{2})([AP]M)?$/.exec(words.trim()) ?? []
  if (hours === '') throw unknownSentence(words)
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'PM' ? 12 : 0)
  return hour * 60 + Number(minutes)
}
