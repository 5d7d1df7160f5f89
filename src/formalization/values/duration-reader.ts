import { readNumber, readWords } from './number-reader.ts'
import { readWindowLength } from './window-length.ts'

const hourUnit = /^(?:h|hr|hrs|hour|hours|hourly)$/
const minuteUnit = /^(?:m|min|mins|minute|minutes|minuten|mn)$/

/**
 * A length of time in minutes: "half an hour", "45 min", "1h30", "an hour and a half", "two and a half hours",
 * "three quarters of an hour", "90" (minutes), "10:15 to 11:45" (as long as that). Undefined where no length can be read.
 */
export function readDuration(text: string): number | undefined {
  const clocklike = /^\s*(\d+):(\d\d)\s*(?:h|hrs?|hours?)?\s*$/i.exec(text)
  if (clocklike !== null) return Number(clocklike[1]) * 60 + Number(clocklike[2])
  const window = readWindowLength(text)
  if (window !== undefined) return window
  const words = readWords(text).filter((word) => !['of', 'full', 'good', 'solid', 'long', 'about'].includes(word))
  let minutes = 0
  let pending: number | undefined
  let lastUnit: number | undefined
  let seen = false
  let at = 0
  const unit = (length: number) => {
    minutes += (pending ?? 1) * length
    pending = undefined
    lastUnit = length
    seen = true
  }
  while (at < words.length) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    const number = readNumber(words.slice(at))
    if (
      word === 'half' ||
      (number !== undefined && /^quarters?$/.test(words[at + number.length] ?? '')) ||
      /^quarters?$/.test(word)
    ) {
      const quarter = word === 'half' ? 0.5 : 0.25 * (/^quarters?$/.test(word) ? 1 : (number?.value ?? 1))
      at += word === 'half' || /^quarters?$/.test(word) ? 1 : (number?.length ?? 0) + 1
      while (['a', 'an', 'of', 'past'].includes(words[at] ?? '')) at += 1
      if (hourUnit.test(words[at] ?? '')) {
        pending = (pending ?? 0) + quarter
        unit(60)
        at += 1
      } else if (lastUnit !== undefined) {
        minutes += quarter * lastUnit
      } else {
        pending = (pending ?? 0) + quarter
        seen = true
      }
    } else if (number !== undefined) {
      pending = lastUnit === undefined && pending !== undefined ? pending + number.value : number.value
      at += number.length
    } else if (hourUnit.test(word)) {
      unit(60)
      at += 1
    } else if (minuteUnit.test(word)) {
      unit(1)
      at += 1
    } else if (['a', 'an', 'and', 'the', 'one'].includes(word)) {
      if ((word === 'a' || word === 'an') && hourUnit.test(next)) pending = 1
      at += 1
    } else {
      at += 1
    }
  }
  if (pending !== undefined) minutes += lastUnit === 60 || pending >= 1 ? pending : pending * 60
  const whole = Math.round(minutes)
  return (seen || minutes > 0) && whole > 0 && whole <= 7 * 24 * 60 ? whole : undefined
}
