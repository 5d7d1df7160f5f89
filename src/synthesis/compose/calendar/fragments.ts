import type { TextRange } from '../../../planning/segment.ts'
import { freeDay } from './clauses.ts'
import type { Constraint } from './constraint.ts'
import type { Person } from './content.ts'
import { lengthValue } from './opening.ts'
import { span } from './prose.ts'
import { understood } from './subject.ts'
import { dayList, dayTail, entryList, slotList, type TimesOptions, timeValue } from './times.ts'
import { put, type Writer } from './writer.ts'

/** A person whose name stands at `at`, before a colon or as a heading. */
export interface Label {
  readonly writer: Writer
  readonly person: Person
  readonly at: TextRange
}

const entrySeparators = [
  [', ', ', '],
  [', ', ', '],
  [', ', ' and '],
  ['; ', '; '],
  [' / ', ' / '],
  [', ', ' & '],
] as const

/**
 * A constraint as a fragment ("not before 10", "9-10, 2-3") where the person (and perhaps the day) stands at `at`: after
 * a name and a colon, under a heading.
 */
export function fragment(label: Label, constraint: Constraint, options: TimesOptions = {}): void {
  const { writer, person, at } = label
  const { text } = writer
  const { slots } = understood(writer, person, at)
  const times = { separators: entrySeparators, ...options }
  switch (constraint.kind) {
    case 'busy':
    case 'free':
      text.phrase(calendarGroup(writer, constraint.kind), {
        ...slots,
        slots: (constraint.kind === 'busy' ? entryList : slotList)(writer, constraint.days, times),
      })
      return
    case 'daily':
      text.phrase('daily-bare', {
        ...slots,
        slots: slotList(writer, [{ day: null, times: constraint.times }], times),
      })
      return
    case 'busy-for':
      text.phrase('busy-for-bare', {
        ...slots,
        day: dayTail(writer, constraint.day, options.dayAt),
        from: timeValue(writer, constraint.from),
        length: lengthValue(writer, constraint.length),
      })
      return
    case 'away':
    case 'free-days':
    case 'not-on':
      text.phrase(`${constraint.kind}-bare`, { ...slots, days: dayList(writer, constraint.days) })
      return
    case 'leaves':
    case 'arrives': {
      const time = timeValue(writer, constraint.time)
      const when = constraint.kind === 'leaves' ? { from: time } : { to: time }
      text.phrase(`${constraint.kind}-bare`, { ...slots, day: dayTail(writer, constraint.day, options.dayAt), ...when })
      return
    }
    default:
      text.phrase(`${constraint.kind}-bare`, {
        ...slots,
        day: dayTail(writer, constraint.day, options.dayAt),
        time: timeValue(writer, constraint.time),
      })
  }
}

/** "9-10" alone means busy, unless a heading says that these are free times. */
function calendarGroup({ shown, random }: Writer, kind: 'busy' | 'free'): string {
  if (kind === 'busy') return 'busy-bare'
  return shown.has('head-free') && random.chance(0.75) ? 'free-plain' : 'free-bare'
}

/** "free" after a name, where nothing hinders the person. */
export function noConstraint(writer: Writer): void {
  writer.text.phrase('all-free-bare', { span: span(writer) })
}

/** Everything about a person in fragments. */
export function fragments(label: Label, separator: string): void {
  const { writer, person } = label
  if (person.constraints.length === 0) return noConstraint(writer)
  writer.random.shuffle(person.constraints).forEach((constraint, index) => {
    if (index > 0) put(writer, separator)
    fragment(label, constraint)
  })
  const day = freeDay(writer, person.constraints)
  if (day === undefined) return
  put(writer, separator)
  writer.text.phrase('free-day-bare', { days: dayList(writer, [day]) })
}
