import type { TextRange } from '../../../planning/segment.ts'
import type { SlotList, Slots } from '../../problem-text.ts'
import type { Constraint, DayTimes } from './constraint.ts'
import type { Subject } from './subject.ts'
import { dayList, dayTail, entryList, slotList, timeValue, whenList } from './times.ts'
import type { Writer } from './writer.ts'

/** Whom the next words are about. */
export interface About {
  readonly writer: Writer
  readonly subject: Subject
}

/** Families that only fit a name: "{who}: 9-10", "{who}'s calendar". */
const wantsName = /\{who\}(?::| -| –| ->| \\\(|'s| =| \/|, \(| busy| free| only \{)/

/** Writes a family of the group that fits the subject. */
export function phraseFor({ writer, subject }: About, group: string, slots: Slots): void {
  let template = writer.text.template(group)
  for (let tries = 0; tries < 40 && !subject.isName && wantsName.test(template); tries++) {
    template = writer.text.template(group)
  }
  writer.text.phraseOf(group, template, { ...subject.slots, ...slots })
}

/** In a prose sentence at most this many entries, so that the name stays near. */
const entriesPerClause = 6

const or = [
  [', ', ' or '],
  [' or ', ' or '],
  [', ', ' and '],
  [' and ', ' and '],
] as const

const nor = [
  [', ', ' nor '],
  [' nor ', ' nor '],
  [' or ', ' or '],
  [', ', ' or '],
  [' and not ', ' and not '],
  [', ', ' and '],
] as const

/** Long lists of times as several constraints, days kept together where possible. */
export function inPortions(constraint: Constraint): Constraint[] {
  if (constraint.kind !== 'busy' && constraint.kind !== 'free') return [constraint]
  const portions: DayTimes[][] = [[]]
  let entries = 0
  for (const each of constraint.days) {
    if (entries > 0 && entries + each.times.length > entriesPerClause) {
      portions.push([])
      entries = 0
    }
    portions.at(-1)?.push(each)
    entries += each.times.length
  }
  return portions.map((days) => ({ kind: constraint.kind, days }))
}

/** Writes one clause, without capital or full stop, that states the constraint. */
export function clause(about: About, constraint: Constraint, isFollowUp = false): void {
  const { writer } = about
  switch (constraint.kind) {
    case 'busy':
      return busyClause(about, constraint.days, isFollowUp)
    case 'free':
      return freeClause(about, constraint.days)
    case 'daily':
      phraseFor(about, 'busy-daily', {
        when: whenList(writer, [{ day: null, times: constraint.times }]),
      })
      return
    case 'busy-for': {
      const length = { value: constraint.length, ...writer.voice.length(constraint.length) }
      const front = frontDay(writer, constraint.day)
      const day = dayTail(writer, constraint.day, front)
      phraseFor(about, 'busy-for', { day, from: timeValue(writer, constraint.from), length })
      return
    }
    case 'away':
      phraseFor(about, 'away', { days: pluralDays(writer, dayList(writer, constraint.days)) })
      return
    case 'free-days':
    case 'not-on':
      phraseFor(about, constraint.kind, { days: pluralDays(writer, dayList(writer, constraint.days, or)) })
      return
    case 'leaves':
    case 'arrives': {
      const day = dayTail(writer, constraint.day, frontDay(writer, constraint.day))
      const time = timeValue(writer, constraint.time)
      phraseFor(about, constraint.kind, {
        day,
        ...(constraint.kind === 'leaves' ? { from: time } : { to: time }),
      })
      return
    }
    default: {
      const day = dayTail(writer, constraint.day, frontDay(writer, constraint.day))
      phraseFor(about, constraint.kind, { day, time: timeValue(writer, constraint.time) })
    }
  }
}

/** "Tuesdays" for "Tuesday", sometimes. */
function pluralDays(writer: Writer, days: SlotList): SlotList {
  if (!writer.random.chance(0.12)) return days
  const items = days.items.map((item) => {
    const day = item.parts['day']
    const plural = day?.text !== undefined && /day$/.test(day.text) ? { day: { ...day, text: `${day.text}s` } } : {}
    return { ...item, parts: { ...item.parts, ...plural } }
  })
  return { ...days, items }
}

/** "On Monday, " before the clause, sometimes. */
function frontDay(writer: Writer, day: string | null): TextRange | undefined {
  if (day === null || !writer.random.chance(0.3)) return undefined
  const words = writer.voice.day(day)
  return writer.text.layout(writer.text.template('front-day'), { day: { value: day, text: words } })['day']
}

/** A pronoun: its name stands before, so that it may also be left out. */
const isPointed = ({ slots }: Subject) => {
  const who = slots['who']
  return who !== undefined && 'at' in who && who.at !== undefined
}

function busyClause(about: About, days: readonly DayTimes[], isFollowUp: boolean): void {
  const { writer, subject } = about
  const { text, random } = writer
  const closed = days.every((each) => each.times.every((time) => time.from !== null && time.to !== null))
  const only = days[0]
  if (only?.day && days.length === 1 && random.chance(0.3)) {
    const day = only.day
    const at = text.layout(text.template('front-day'), { day: { value: day, text: writer.voice.day(day) } })['day']
    if (at !== undefined) {
      phraseFor(about, 'busy', { when: whenList(writer, days, { dayAt: at }) })
      return
    }
  }
  if (isFollowUp && isPointed(subject) && random.chance(0.4))
    phraseFor(about, 'busy-more', { when: whenList(writer, days) })
  else if (closed && random.chance(0.1))
    phraseFor(about, 'busy-nor', { slots: slotList(writer, days, { separators: nor }) })
  else if (closed && random.chance(0.4)) phraseFor(about, 'busy-closed', { slots: slotList(writer, days) })
  else if (subject.isName && random.chance(0.12)) {
    phraseFor(about, 'busy-named', { when: whenList(writer, days) })
  } else if (subject.isName && random.chance(0.08)) {
    phraseFor(about, 'busy-line', { slots: entryList(writer, days) })
  } else phraseFor(about, 'busy', { when: whenList(writer, days) })
}

function freeClause(about: About, days: readonly DayTimes[]): void {
  const { writer, subject } = about
  const { random } = writer
  const separators = [
    [', ', ' or '],
    [' or ', ' or '],
    [', ', ' and '],
    [', ', ', or '],
  ] as const
  if (subject.isName && random.chance(0.45)) {
    phraseFor(about, 'free-slots', { slots: slotList(writer, days, { separators }) })
  } else phraseFor(about, 'free-only', { when: whenList(writer, days, { separators }) })
}

/** A day on which a person with busy times has none; undefined where it can't be said or the dice say no. */
export function freeDay(writer: Writer, constraints: readonly Constraint[]): string | undefined {
  const { content, random } = writer
  const isBusy = constraints.some((each) => each.kind === 'busy')
  const isCalendar = constraints.every(
    (each) => each.kind !== 'free' && each.kind !== 'free-days' && each.kind !== 'daily',
  )
  if (content.days.length < 2 || !isBusy || !isCalendar || !random.chance(0.2)) return undefined
  return content.days.find((day) => !JSON.stringify(constraints).includes(JSON.stringify(day)))
}

/** A constraint of the whole group, as a clause. */
export function clauseForEveryone(writer: Writer, constraint: Constraint): void {
  const { text } = writer
  if (constraint.kind === 'busy') {
    const day = dayTail(writer, constraint.days[0]?.day ?? null)
    const times = [{ day: null, times: constraint.days[0]?.times ?? [] }]
    text.phrase('busy-everyone', { day, when: whenList(writer, times) })
  } else if (constraint.kind === 'not-on') {
    text.phrase('not-on-everyone', { days: dayList(writer, constraint.days, or) })
  } else if (constraint.kind === 'not-before' || constraint.kind === 'not-after') {
    text.phrase(`${constraint.kind}-everyone`, {
      day: dayTail(writer, constraint.day),
      time: timeValue(writer, constraint.time),
    })
  }
}
