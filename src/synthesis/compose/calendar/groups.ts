import { phraseFor } from './clauses.ts'
import type { Constraint, DayTimes } from './constraint.ts'
import type { Person } from './content.ts'
import { named, nameOf } from './subject.ts'
import { dayList, dayTail, entryTemplate, slotList, timeParts, timeValue, whenList } from './times.ts'
import { finishSentence, gap, given, list, put, sentence, type Writer } from './writer.ts'

/** One busy time and nothing else: what can be told of several people in one sentence. */
export function onlyTime(person: Person): DayTimes | undefined {
  const [constraint, ...more] = person.constraints
  if (more.length > 0 || constraint?.kind !== 'busy' || person.pronoun === 'I') return undefined
  const [each, ...others] = constraint.days
  const [time, ...times] = each?.times ?? []
  const closed = time !== undefined && time.from !== null && time.to !== null
  return others.length === 0 && times.length === 0 && closed ? each : undefined
}

/** "Ana is busy from 9 to 10, Ben from 11 to 12 and Cleo from 2 to 3." */
export function sayInOneBreath(writer: Writer, persons: readonly Person[]): void {
  const { text, voice } = writer
  const when = new Map(
    [true, false].map((withDay) => [withDay, entryTemplate(writer, 'when', { shape: 'time', withDay })]),
  )
  const first = text.template('gap-first')
  const items = persons.flatMap((person, at) => {
    const each = onlyTime(person)
    const time = each?.times[0]
    if (each === undefined || time === undefined) return []
    const frame = at === 0 ? first : text.template('gap-next')
    const template = frame.replace('{when}', () => when.get(each.day !== null) ?? '{from}-{to}')
    const day = each.day === null ? null : { value: each.day, text: voice.day(each.day) }
    return [{ template, parts: { who: nameOf(writer, person), day, ...timeParts(writer, time) } }]
  })
  const together = list(writer, items, [
    [', ', ' and '],
    [', ', ', '],
    ['; ', '; '],
    [', ', ', and '],
  ])
  const args = ['all.who', 'all.day', 'all.from', 'all.to']
  sentence(writer, () => void text.layout('{all}', { all: together }, [{ predicate: 'busy', args }]))
}

const nor = [
  [', ', ' nor '],
  [' nor ', ' nor '],
] as const

/** "Neither Ana nor Ben can meet before 10." */
export function sayNeither(writer: Writer, persons: readonly Person[], constraint: Constraint): boolean {
  const { text } = writer
  const items = persons.map((person) => ({ template: '{who}', parts: { who: nameOf(writer, person) } }))
  const neither = list(writer, items, nor)
  if (constraint.kind === 'not-on') {
    const days = dayList(writer, constraint.days, [[', ', ' or ']])
    sentence(writer, () => void text.phrase('neither-on', { neither, days }))
    return true
  }
  if (constraint.kind !== 'not-before' && constraint.kind !== 'not-after') return false
  const group = constraint.kind === 'not-before' ? 'neither-before' : 'neither-after'
  const slots = { neither, day: dayTail(writer, constraint.day), time: timeValue(writer, constraint.time) }
  sentence(writer, () => void text.phrase(group, slots))
  return true
}

/** "Ana has a workshop on Monday. It runs from 9 to 11." */
export function sayInTwoSteps(writer: Writer, person: Person, each: DayTimes): void {
  const { text } = writer
  const start = text.length
  const subject = named(writer, person)
  const ranges = text.phrase('event-first', { ...subject.slots, day: dayTail(writer, each.day) })
  finishSentence(writer, start)
  gap(writer)
  const who = ranges['who']
  const day = ranges['day.day.0']
  if (who === undefined) return
  const begin = text.length
  phraseFor({ writer, subject: { ...subject, isName: true } }, 'event-second', {
    who: given(nameOf(writer, person).value ?? '', who),
    slots: slotList(writer, [each], day === undefined ? {} : { dayAt: day }),
  })
  finishSentence(writer, begin)
}

/** Day by day: "On Monday Ana is busy from 9 to 10 and Ben has meetings from 2 to 3." */
export function sayDayByDay(writer: Writer, persons: readonly Person[], separate: () => void): void {
  const { content, random, text, voice } = writer
  let isFirst = true
  for (const day of content.days) {
    const told = persons.flatMap((person) => {
      const times = person.constraints.flatMap((each) => (each.kind === 'busy' ? each.days : []))
      const own = times.filter((each) => (each.day ?? day) === day).map((each) => ({ ...each, day }))
      return own.length > 0 ? [{ person, own }] : []
    })
    if (told.length === 0) continue
    if (!isFirst) separate()
    isFirst = false
    let start = text.length
    const front = text.template('front-day')
    let dayAt = text.layout(front, { day: { value: day, text: voice.day(day) } })['day']
    told.forEach(({ person, own }, at) => {
      if (at > 0 && at % 2 === 0) {
        finishSentence(writer, start)
        separate()
        start = text.length
        dayAt = text.layout(front, { day: { value: day, text: voice.day(day) } })['day']
      } else if (at > 0) put(writer, random.pick([', and ', ' and ', '; ', ', ', ' while ']))
      if (dayAt === undefined) return
      phraseFor({ writer, subject: named(writer, person) }, 'busy', { when: whenList(writer, own, { dayAt }) })
    })
    finishSentence(writer, start)
  }
}
