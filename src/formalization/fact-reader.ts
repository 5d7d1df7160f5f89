import type { FactArgument, FormalizedFact } from '../planning/fact.ts'
import type { ArgumentSchema, FactSchema, PredicateSchema } from '../planning/fact-schema.ts'
import type { Segment, TextRange } from '../planning/segment.ts'
import { NameBook } from './name-book.ts'
import { readClock, readHalf, type WrittenClock } from './values/clock-reader.ts'
import { readDay, readDayCount, readDayNumber } from './values/day-reader.ts'
import { readDuration } from './values/duration-reader.ts'
import { type DayWindow, resolveClock, resolveClockPair, usualWindow } from './values/resolve-clocks.ts'

/** A fact as a model pointed it out: a predicate and, for each argument, words of the problem. */
export interface LocatedFact {
  readonly predicate: string
  readonly args: readonly (TextRange | null)[]
  readonly segment: Segment
  readonly confidence: number
}

export interface FactReading {
  /** One for each located fact, in order; undefined where the words of an argument could not be read as its kind. */
  readonly facts: readonly (FormalizedFact | undefined)[]
}

/**
 * Turns pointed-out words into typed values: the model copies, this converts. Reads all facts of a problem together,
 * because work hours decide whether "5" is in the afternoon, and the first spelling of a name is the one that is kept.
 */
export function readFacts(text: string, located: readonly LocatedFact[], schema: FactSchema): FactReading {
  const names = new NameBook()
  const predicates = new Map(schema.predicates.map((predicate) => [predicate.name, predicate]))
  const window = dayWindow(text, located, predicates)
  const literal = writesTwentyFourHours(text)
  const facts = located.map((one) => {
    const predicate = predicates.get(one.predicate)
    if (predicate === undefined) return undefined
    const values = readArguments({ text, fact: one, predicate, window, literal, names })
    if (values === undefined) return undefined
    const { index, start, end } = one.segment
    return {
      fact: { predicate: one.predicate, args: values },
      span: { segment: index, start, end },
      argSpans: one.args.map((range) => (range === null ? null : { segment: index, ...range })),
      confidence: one.confidence,
    }
  })
  return { facts }
}

/** A text that writes "14:30" or "09:00" means "2:00" as it stands. */
const writesTwentyFourHours = (text: string) =>
  /\b(?:1[3-9]|2[0-3])\s?[:.h]\s?[0-5]\d\b|\b0\d[:.][0-5]\d\b|\b(?:1[3-9]|2[0-3])\s?h\b/.test(text)

function dayWindow(
  text: string,
  located: readonly LocatedFact[],
  predicates: ReadonlyMap<string, PredicateSchema>,
): DayWindow {
  for (const fact of located) {
    const [from, to] = fact.args
    if (!predicates.get(fact.predicate)?.boundsDay || !from || !to) continue
    const start = writtenClock(text, from)
    const end = writtenClock(text, to)
    if (start === undefined || end === undefined) continue
    const [startMin, endMin] = resolveClockPair(start, end, usualWindow)
    if (startMin < endMin) return { startMin, endMin }
  }
  return usualWindow
}

/** The words as a time; "am" or "pm" right after them counts, even where the model left it out. */
function writtenClock(text: string, range: TextRange): WrittenClock | undefined {
  const clock = readClock(text.slice(range.start, range.end))
  if (clock?.half !== 'open') return clock
  const half = readHalf(text.slice(range.end, range.end + 6))
  if (half === undefined) return clock
  if (half === 'am') return { minutes: clock.minutes >= 720 ? clock.minutes - 720 : clock.minutes, half }
  return { minutes: clock.minutes >= 720 ? clock.minutes : clock.minutes + 720, half }
}

interface ArgumentContext {
  readonly text: string
  readonly fact: LocatedFact
  readonly predicate: PredicateSchema
  readonly window: DayWindow
  readonly literal: boolean
  readonly names: NameBook
}

function readArguments(context: ArgumentContext): FactArgument[] | undefined {
  const { fact, predicate, text } = context
  if (fact.args.length !== predicate.args.length) return undefined
  const values: FactArgument[] = []
  const clocks: { at: number; clock: WrittenClock }[] = []
  for (const [at, argument] of predicate.args.entries()) {
    const range = fact.args[at] ?? null
    if (range === null) {
      if (!argument.optional) return undefined
      values.push(null)
    } else if (argument.kind === 'clock') {
      const clock = writtenClock(text, range)
      if (clock === undefined) return undefined
      clocks.push({ at, clock: asWritten(clock, text.slice(range.start, range.end), context) })
      values.push(0)
    } else {
      const value = readValue(argument, text.slice(range.start, range.end), context.names)
      if (value === undefined) return undefined
      values.push(value)
    }
  }
  return withClocks(values, clocks, predicate.boundsDay ? usualWindow : context.window)
}

/** In a text of 24-hour times "9:30" is no open time, unless only twelve hours on it lies within the day. */
function asWritten(clock: WrittenClock, words: string, context: ArgumentContext): WrittenClock {
  const { window, literal } = context
  const inside = clock.minutes >= window.startMin && clock.minutes <= window.endMin
  return literal && clock.half === 'open' && /\d[:.]\d/.test(words) && inside ? { ...clock, half: 'fixed' } : clock
}

function withClocks(
  values: FactArgument[],
  clocks: readonly { at: number; clock: WrittenClock }[],
  window: DayWindow,
): FactArgument[] {
  const [first, second] = clocks
  if (first === undefined) return values
  if (second === undefined) {
    values[first.at] = resolveClock(first.clock, window)
    return values
  }
  const [from, to] = resolveClockPair(first.clock, second.clock, window)
  values[first.at] = from
  values[second.at] = to
  return values
}

/** What stands between names is in none. */
const severalNames = /[,;:|\n]|\s[-–—]\s/

function readValue(argument: ArgumentSchema, words: string, names: NameBook): FactArgument | undefined {
  switch (argument.kind) {
    case 'day':
      return readDay(words)
    case 'minutes':
      return readDuration(words)
    case 'days':
      return readDayCount(words)
    case 'day-number':
      return readDayNumber(words)
    default:
      return severalNames.test(words) ? undefined : names.canonical(words)
  }
}
