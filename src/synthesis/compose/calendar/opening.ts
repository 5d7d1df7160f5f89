import type { TextRange } from '../../../planning/segment.ts'
import { numberWords } from '../../number-words.ts'
import type { SlotList, Slots, SlotValue } from '../../problem-text.ts'
import { settleTemplate } from '../../template.ts'
import { nameOf } from './subject.ts'
import { dayValue, timeParts } from './times.ts'
import { list, mere, say, type Writer } from './writer.ts'

const either = [
  [', ', ' or '],
  [', ', ' or '],
  [' or ', ' or '],
  [', ', ', or '],
] as const
const tightList = [
  [' + ', ' + '],
  ['/', '/'],
  [' / ', ' / '],
  ['; ', '; '],
  [', ', ' plus '],
  [', ', ' as well as '],
] as const
const plainList = [
  [', ', ', '],
  [', ', ' and '],
  [', ', ' or '],
  ['/', '/'],
  [' or ', ' or '],
] as const

/** The days on offer, after "meet": "on Monday", "on either Monday or Tuesday", "Monday to Friday". */
export function daysPhrase(writer: Writer): SlotList {
  const { content, text, random } = writer
  const { days, asRange } = content
  const prefixes = days.length > 1 ? 'days-many' : dayGroup(days[0] ?? '')
  const settle = (group: string) => settleTemplate(text.template(group), (options) => random.pick(options))
  if (asRange) return rangeList(writer, settle('days-range'))
  const first = settle(prefixes)
  const items = days.map((day, at) => ({ template: at === 0 ? first : '{day}', parts: { day: dayValue(writer, day) } }))
  return list(writer, items, either)
}

const dayGroup = (day: string) => {
  if (/^to/.test(day)) return 'days-word'
  return /^\p{Lu}\p{Ll}+day$/u.test(day) ? 'days-one' : 'days-date'
}

/** The days on offer alone, for "Days: ...". */
export function daySet(writer: Writer): SlotList {
  const { days, asRange } = writer.content
  if (asRange)
    return rangeList(
      writer,
      writer.random.pick(['{first}-{last}', '{first} to {last}', '{first} – {last}', '{first} through {last}']),
    )
  return list(
    writer,
    days.map((day) => ({ template: '{day}', parts: { day: dayValue(writer, day) } })),
    plainList,
  )
}

function rangeList(writer: Writer, template: string): SlotList {
  const { days } = writer.content
  const first = dayValue(writer, days[0] ?? 'Monday')
  const last = dayValue(writer, days.at(-1) ?? 'Friday')
  return { items: [{ template, parts: { first, last } }], separator: '', lastSeparator: '' }
}

export function attendees(writer: Writer): SlotList {
  const { content, random } = writer
  const items: { template: string; parts: Record<string, SlotValue | null> }[] = content.people.map((person) => ({
    template: '{who}',
    parts: { who: nameOf(writer, person) },
  }))
  if (content.speaker !== null) {
    items.push({ template: random.pick(['me', 'myself', 'I']), parts: { who: null } })
  }
  return list(writer, items, random.chance(0.12) ? tightList : undefined)
}

export function lengthValue(writer: Writer, minutes: number): SlotValue {
  return { value: minutes, ...writer.voice.length(minutes) }
}

export function gridValue(writer: Writer, step: number): SlotValue {
  const { random, voice } = writer
  const on = { 15: ['quarter hour', 'quarter-hour'], 30: ['half hour', 'half-hour'], 60: ['hour', 'full hour', 'hour'] }
  const every = {
    15: ['15 minutes', 'quarter of an hour', '15 min'],
    30: ['30 minutes', 'half hour', 'half an hour'],
    60: ['hour', '60 minutes'],
  }
  const pick = (table: Readonly<Record<number, readonly string[]>>) => {
    const words = table[step]
    return words === undefined ? `${step} minutes` : random.pick(words)
  }
  const forms = {
    on: voice.word(pick(on)),
    every: voice.word(pick(every)),
    steps: voice.word(
      random.pick([`${step}-minute`, `${step} minute`, `${step}-min`, ...(step === 30 ? ['half-hour'] : [])]),
    ),
  }
  return { value: step, text: voice.word(`${step} ${random.pick(['minutes', 'min', 'minutes'])}`), forms }
}

/** Slots for everything that a request to meet may mention. */
export function meetingSlots(writer: Writer): Slots {
  const { content } = writer
  const hours = content.hours === null ? { from: mere(''), to: mere('') } : timeParts(writer, content.hours)
  return {
    people: attendees(writer),
    count: headCount(writer),
    length: lengthValue(writer, content.duration),
    days: daysPhrase(writer),
    dayset: daySet(writer),
    from: hours.from ?? mere(''),
    to: hours.to ?? mere(''),
  }
}

/** How many people meet, which states nothing. */
function headCount({ content, random, voice }: Writer): SlotValue {
  const count = content.people.length + (content.speaker === null ? 0 : 1)
  return mere(voice.word(random.chance(0.6) ? numberWords(count) : String(count)))
}

type Ranges = Readonly<Record<string, TextRange>>

export const saidDays = (ranges: Ranges) =>
  ['days.day.0', 'days.first.0', 'dayset.day.0', 'dayset.first.0'].some((name) => ranges[name] !== undefined)

/** States as sentences what the request left out, `separate` running between two of them. */
export function sayTheRest(writer: Writer, said: Ranges, separate: () => void): void {
  const { content, random } = writer
  const slots = meetingSlots(writer)
  const missing: string[] = []
  if (said['length'] === undefined) missing.push('state-length')
  if (content.hours !== null && said['from'] === undefined) missing.push('state-hours')
  if (!saidDays(said)) missing.push('state-days')
  if (content.grid !== null) missing.push('grid')
  for (const group of random.shuffle(missing)) {
    separate()
    if (group === 'grid') sayGrid(writer)
    else say(writer, group, slots)
  }
}

/** The minutes at which a meeting may start, all of them, and around the step's own number. */
const startMinutes: Readonly<
  Record<number, { readonly all: string; readonly around: readonly (readonly [string, string])[] }>
> = {
  15: {
    all: ':00, :15, :30 or :45',
    around: [
      ['00/', '/30/45'],
      [':00, :', ', :30 or :45'],
      ['0, ', ', 30 or 45'],
      ['00, ', ', 30, 45'],
    ],
  },
  30: {
    all: ':00 or :30',
    around: [
      ['00/', ''],
      [':00 or :', ''],
      ['0 or ', ''],
      ['00 and ', ''],
    ],
  },
  60: { all: ':00', around: [] },
}

export function sayGrid(writer: Writer): void {
  const step = writer.content.grid
  if (step === null) return
  const marks = startMinutes[step]
  const { random } = writer
  if (marks === undefined) say(writer, 'grid-step', { step: gridValue(writer, step) })
  else if (step < 60 && random.chance(0.1)) {
    const [before, after] = random.pick(marks.around)
    const own = { value: step, text: String(step) }
    say(writer, 'grid-marks', { 'marks-before': mere(before), step: own, 'marks-after': mere(after) })
  } else {
    const slots = { step: gridValue(writer, step), marks: mere(marks.all) }
    say(writer, random.chance(0.6) ? 'grid' : 'grid-step', slots)
  }
}
