import type { TextRange } from '../../../planning/segment.ts'
import type { SlotList, SlotValue } from '../../problem-text.ts'
import { settleTemplate } from '../../template.ts'
import type { DayTimes, Interval } from './constraint.ts'
import { absent, given, list, type Writer } from './writer.ts'

/** `when`: words that follow "is busy"; `slot`: a bare window; `entry`: an entry of a calendar, perhaps with its title. */
type TimesForm = 'when' | 'slot' | 'entry'

type Shape = 'time' | 'until' | 'from' | 'all-day'

const shapeOf = (interval: Interval): Shape => {
  if (interval.from === null) return interval.to === null ? 'all-day' : 'until'
  return interval.to === null ? 'from' : 'time'
}

/** The template of an entry, its choices made. */
export function entryTemplate(writer: Writer, form: TimesForm, entry: { shape: Shape; withDay: boolean }): string {
  const { shape, withDay } = entry
  const isWholeDay = shape === 'all-day' && withDay
  const titled = form === 'entry' && (shape === 'time' || isWholeDay) && writer.random.chance(0.35)
  const kind = form === 'entry' && !titled ? 'slot' : form
  const plain = shape === 'all-day' ? (withDay ? 'day' : 'all-day') : `${withDay ? 'day-' : ''}${shape}`
  const template = settleTemplate(writer.text.template(`${kind}-${plain}`), (options) => writer.random.pick(options))
  return writer.voice.wordy ? template.replace(/\{from\}\s*[-–>]+\s*\{to\}/, '{from} to {to}') : template
}

export interface TimesOptions {
  /** The day stands there (a heading, a column): entries don't write it. */
  readonly dayAt?: TextRange
  readonly separators?: readonly (readonly [string, string])[]
}

type MakeTimesList = (writer: Writer, days: readonly DayTimes[], options?: TimesOptions) => SlotList

/** Times after "is busy", as a list with the parts `day`, `from` and `to`. */
export const whenList: MakeTimesList = (writer, days, options) => timesList(writer, days, { ...options, form: 'when' })
/** Bare windows. */
export const slotList: MakeTimesList = (writer, days, options) => timesList(writer, days, { ...options, form: 'slot' })
/** Entries of a calendar, some with their titles. */
export const entryList: MakeTimesList = (writer, days, options) =>
  timesList(writer, days, { ...options, form: 'entry' })

function timesList(
  writer: Writer,
  days: readonly DayTimes[],
  options: TimesOptions & { readonly form: TimesForm },
): SlotList {
  const dayFirst = days.length > 1 || days.some((each) => each.times.length > 1)
  const settled = new Map<string, string>()
  const template = (shape: Shape, withDay: boolean): string => {
    const key = `${shape}/${withDay}`
    const known = settled.get(key)
    if (known !== undefined && writer.random.chance(0.93)) return known
    let found = entryTemplate(writer, options.form, { shape, withDay })
    for (let tries = 0; tries < 30 && dayFirst && withDay && !beginsWithDay(found); tries++) {
      found = entryTemplate(writer, options.form, { shape, withDay })
    }
    settled.set(key, found)
    return found
  }
  const items = days.flatMap(({ day, times }) => {
    const entries: { template: string; parts: Record<string, SlotValue | null> }[] = []
    for (const interval of times) {
      const shape = shapeOf(interval)
      const writesDay = day !== null && options.dayAt === undefined && entries.length === 0
      const previous = entries.at(-1)?.template
      const follow = shape === 'time' && previous !== undefined ? following(writer, previous) : undefined
      entries.push({
        template: follow ?? template(shape, writesDay),
        parts: { ...dayPart(writer, day, writesDay ? 'written' : options.dayAt), ...timeParts(writer, interval) },
      })
    }
    return entries
  })
  return list(writer, items, options.separators)
}

const beginsWithDay = (template: string) => /^(on )?\{day\}(?! \\\()/.test(template)

/** "Monday from 9 to 10" goes on with "11 to 12" or "from 11 to 12". */
function following(writer: Writer, previous: string): string | undefined {
  const core = /\{from\}.*\{to\}/.exec(previous)?.[0]
  if (core === undefined || writer.random.chance(0.15)) return undefined
  if (/ending|through|up/.test(core)) return undefined
  const verdict = / (?:no|gone|taken|out|full|booked|not free)$/.exec(previous)?.[0]
  if (verdict !== undefined) return core + verdict
  if (/^\{from\} and /.test(core)) return writer.random.chance(0.7) ? `between ${core}` : core
  return /from \{from\}/.test(previous) && writer.random.chance(0.6) ? `from ${core}` : core
}

function dayPart(
  writer: Writer,
  day: string | null,
  place: TextRange | 'written' | undefined,
): Record<string, SlotValue | null> {
  if (day === null) return { day: null }
  if (place === undefined) return {}
  return { day: place === 'written' ? dayValue(writer, day) : given(day, place) }
}

export const dayValue = (writer: Writer, day: string): SlotValue => ({ value: day, text: writer.voice.day(day) })

export const timeValue = (writer: Writer, minutes: number): SlotValue => ({
  value: minutes,
  text: writer.voice.time(minutes),
})

export function timeParts(writer: Writer, { from, to }: Interval): { from: SlotValue | null; to: SlotValue | null } {
  if (from === null || to === null) {
    return { from: from === null ? null : timeValue(writer, from), to: to === null ? null : timeValue(writer, to) }
  }
  const words = writer.voice.times(from, to)
  return { from: { value: from, text: words.from }, to: { value: to, text: words.to } }
}

/** " on Monday" behind a clause; nothing where the day needn't be said; nothing written where it stands at `at`. */
export function dayTail(writer: Writer, day: string | null, at?: TextRange): SlotValue | SlotList {
  if (day === null) return absent
  if (at !== undefined) return given(day, at)
  const template = settleTemplate(writer.text.template('tail-day'), (options) => writer.random.pick(options))
  return { items: [{ template, parts: { day: dayValue(writer, day) } }], separator: '', lastSeparator: '' }
}

/** Days as a list with the part `day`. */
export function dayList(writer: Writer, days: readonly string[], separators?: TimesOptions['separators']): SlotList {
  return list(
    writer,
    days.map((day) => ({ template: '{day}', parts: { day: dayValue(writer, day) } })),
    separators,
  )
}
