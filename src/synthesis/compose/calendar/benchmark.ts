import type { TextRange } from '../../../planning/segment.ts'
import type { SlotList } from '../../problem-text.ts'
import type { Constraint } from './constraint.ts'
import type { Person } from './content.ts'
import { meetingSlots } from './opening.ts'
import { span } from './prose.ts'
import { named, nameOf } from './subject.ts'
import { dayTail, dayValue, timeParts, timeValue } from './times.ts'
import { given, list, type Writer } from './writer.ts'

/** A whole problem in the sentence forms of NATURAL PLAN, with our own names and numbers. */
export function benchmarkForm(writer: Writer): void {
  const { content, random, text } = writer
  if (random.chance(0.35)) {
    text.phrase('preamble')
    text.write(random.chance(0.5) ? ' Here are a few example tasks and solutions:\n\nTASK: ' : '\n\nTASK: ')
  }
  text.phrase('ask', {
    ...meetingSlots(writer),
    people: list(writer, attendeeItems(writer), [[', ', ' and ']]),
    days: offered(writer),
  })
  text.write(random.pick([' \n\n', '\n\n', '\n']))
  text.phrase('schedules-intro', { span: { value: null, text: content.days.length > 1 ? 'days' : 'day' } })
  text.write(random.pick([' \n', '\n']))
  for (const person of content.people) {
    const busy = person.constraints.flatMap((each) => (each.kind === 'busy' ? each.days : []))
    if (busy.length === 0) text.phrase('flexible', { who: nameOf(writer, person), span: span(writer) })
    else {
      text.phrase('busy', { ...named(writer, person).slots, when: calendarList(writer, busy) })
      text.write(random.pick([';', '; ', '; ']))
    }
    text.write('\n')
  }
  text.write('\n')
  for (const person of content.people) wishesOf(writer, person)
  if (content.wish === 'earliest') {
    text.phrase('earliest')
    text.write(' ')
  }
  text.phrase('request')
  text.write(random.pick([' \nSOLUTION: ', '', '\n', ' ']))
}

const attendeeItems = (writer: Writer) =>
  writer.content.people.map((person) => ({ template: '{who}', parts: { who: nameOf(writer, person) } }))

function offered(writer: Writer): SlotList {
  const { days } = writer.content
  const first = days.length > 1 ? writer.text.template('days-many') : 'on {day}'
  const items = days.map((day, at) => ({ template: at === 0 ? first : '{day}', parts: { day: dayValue(writer, day) } }))
  return list(writer, items, [[', ', ' or ']])
}

function calendarList(
  writer: Writer,
  days: readonly { day: string | null; times: readonly { from: number | null; to: number | null }[] }[],
): SlotList {
  const template = writer.text.template('when-day-time')
  const items = days.flatMap(({ day, times }, place) =>
    times.map((time, at) => ({
      template: at > 0 ? '{from} to {to}' : place === 0 ? template : template.replace(/^on /, ''),
      parts: { ...(at === 0 && day !== null ? { day: dayValue(writer, day) } : {}), ...timeParts(writer, time) },
    })),
  )
  return list(writer, items, [[', ', ', ']])
}

/** "Ana do not want to meet on Monday. Tuesday after 14:00." */
function wishesOf(writer: Writer, person: Person): void {
  const { text } = writer
  let at: TextRange | undefined
  const follow = (constraint: Constraint, day: string | null): boolean => {
    if (at === undefined || day === null) return false
    const who = given(person.name, at)
    const time = 'time' in constraint ? { time: timeValue(writer, constraint.time) } : {}
    const groups: Readonly<Record<string, string>> = {
      'not-on': 'nor-on',
      'not-before': 'nor-before',
      'not-after': 'nor-after',
    }
    const group = groups[constraint.kind]
    if (group === undefined) return false
    text.phrase(group, { who, day: dayValue(writer, day), days: one(writer, day), ...time })
    text.write('. ')
    return true
  }
  for (const constraint of person.constraints) {
    const days = constraint.kind === 'not-on' ? constraint.days : 'day' in constraint ? [constraint.day] : []
    for (const day of days) {
      if (follow(constraint, day)) continue
      const time = 'time' in constraint ? { time: timeValue(writer, constraint.time) } : {}
      const slots = { ...named(writer, person).slots, day: tail(writer, day), days: one(writer, day ?? ''), ...time }
      at = text.phrase(constraint.kind, slots)['who']
      text.write('. ')
    }
  }
}

const one = (writer: Writer, day: string) =>
  list(writer, [{ template: '{day}', parts: { day: dayValue(writer, day) } }])

function tail(writer: Writer, day: string | null): SlotList | ReturnType<typeof dayTail> {
  if (day === null) return dayTail(writer, null)
  return { items: [{ template: ' on {day}', parts: { day: dayValue(writer, day) } }], separator: '', lastSeparator: '' }
}
