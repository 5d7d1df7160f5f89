import type { RandomSource } from '../../../base/random.ts'
import { type ClockStyle, clockText, type DayStyle, dayText, durationText, pickClockStyle } from '../../surfaces.ts'

/** How one person writes: clock, days, capitals, full stops, typing errors. A problem keeps to one voice. */
export interface Voice {
  /** Everything in small letters, as in a chat. */
  readonly lower: boolean
  /** What ends a sentence; nothing in a hasty note. */
  readonly stop: string
  /** Times in words: "half past two" has no dash before "three". */
  readonly wordy: boolean
  time(minutes: number): string
  /** Both ends of an interval; the first may leave its "am" or "pm" to the second. */
  times(from: number, to: number): { from: string; to: string }
  day(day: string): string
  /** Names and other words as this voice writes them. */
  word(text: string): string
  /** As a noun, "an hour", and before one, "one-hour". */
  length(minutes: number): { text: string; forms: Readonly<Record<string, string>> }
  noise(literal: string): string
}

export function makeVoice(random: RandomSource, named: { plain: boolean; casual: boolean }): Voice {
  const lower = !named.plain && random.chance(named.casual ? 0.45 : 0.04)
  const clock = named.plain ? '24h' : pickClockStyle(random)
  const mixed = !named.plain && random.chance(0.1)
  const typos = !named.plain && random.chance(named.casual ? 0.35 : 0.12) ? random.pick([0.01, 0.02, 0.04]) : 0
  const dayStyle = pickDayStyle(random, named.plain)
  const shares = random.chance(0.6)
  const curly = !named.plain && random.chance(0.08)
  const hasty = !named.plain && lower && random.chance(0.4)
  const word = (text: string) => (lower ? text.toLowerCase() : text)
  const literal = (text: string) => {
    if (hasty) return text.replaceAll(/(?<=\p{L})'(?=(?:t|m|re|ve|ll|d)\b)/gu, '')
    return curly ? text.replaceAll("'", '’') : text
  }
  const style = (): ClockStyle => (mixed && random.chance(0.4) ? pickClockStyle(random) : clock)
  return {
    lower,
    wordy: clock === 'words' || mixed,
    stop: named.casual && random.chance(0.45) ? '' : '.',
    time: (minutes) => word(clockText(minutes, style(), random)),
    times: (from, to) => {
      const used = style()
      const text = { from: word(clockText(from, used, random)), to: word(clockText(to, used, random)) }
      return shares && sharesHalf(from, to) && used.startsWith('12h') ? { ...text, from: withoutHalf(text.from) } : text
    },
    day: (day) => word(dayText(day, dayStyle)),
    word,
    length: (minutes) => lengthWords(minutes, random, word),
    noise: (text) => misspell(literal(word(text)), typos, random),
  }
}

function pickDayStyle(random: RandomSource, plain: boolean): DayStyle {
  if (plain) return 'full'
  return random.pick(['full', 'full', 'full', 'full', 'short', 'short', 'lower', 'full'])
}

/** "2-3pm" can only mean the afternoon; "11-1pm" isn't written where it could be misread. */
const sharesHalf = (from: number, to: number) =>
  from < 720 === to < 720 && from >= 7 * 60 && to <= 19 * 60 && from !== 720 && to !== 720

const withoutHalf = (text: string) => text.replace(/\s*[ap]\.?m\.?$/i, '')

function lengthWords(
  minutes: number,
  random: RandomSource,
  word: (text: string) => string,
): ReturnType<Voice['length']> {
  let text = durationText(minutes, random)
  while (/\d-minute|\w-minute$|^half hour$|^half-hour$|^\d+ hour$/.test(text) && minutes !== 60)
    text = durationText(minutes, random)
  while (minutes === 60 && /-minute$/.test(text)) text = durationText(minutes, random)
  return { text: word(text), forms: { adj: word(adjective(minutes, random)) } }
}

function adjective(minutes: number, random: RandomSource): string {
  const forms = [
    `${minutes}-minute`,
    `${minutes}-minute`,
    `${minutes} minute`,
    `${minutes}-min`,
    `${minutes} min`,
    `${minutes}min`,
  ]
  if (minutes === 15) forms.push('quarter-hour', 'fifteen-minute')
  if (minutes === 30) forms.push('half-hour', 'half-hour', 'half hour', 'thirty-minute')
  if (minutes === 45) forms.push('forty-five-minute')
  if (minutes === 60) forms.push('one-hour', 'one-hour', '1-hour', '1h', '1 hour', 'one hour')
  if (minutes === 90) forms.push('90-minute', 'ninety-minute', '1.5-hour', '1.5h', '1h30')
  if (minutes === 120) forms.push('two-hour', '2-hour', '2h', '2 hour', 'two hour')
  if (minutes === 150) forms.push('2.5-hour', '2h30')
  if (minutes === 180) forms.push('three-hour', '3-hour', '3h')
  return random.pick(forms)
}

/** Swaps, drops or doubles a letter inside words of five letters and more. */
function misspell(literal: string, share: number, random: RandomSource): string {
  if (share === 0) return literal
  return literal.replaceAll(/\p{L}{5,}/gu, (word) => {
    if (!random.chance(share)) return word
    const at = random.integer(1, word.length - 3)
    const [before, one, two, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
    return before + random.pick([two + one, one, one + one + two]) + after
  })
}
