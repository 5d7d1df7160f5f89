import type { TextRange } from '../../../planning/segment.ts'
import { clause, clauseForEveryone, freeDay, inPortions, phraseFor } from './clauses.ts'
import type { Constraint, DayTimes } from './constraint.ts'
import type { Person, Wish } from './content.ts'
import { onlyTime, sayDayByDay, sayInOneBreath, sayInTwoSteps, sayNeither } from './groups.ts'
import { meetingSlots, sayTheRest } from './opening.ts'
import { named, people as peopleSlot, pronoun, type Subject, several } from './subject.ts'
import { dayList, dayTail, timeValue } from './times.ts'
import { absent, finishSentence, gap, given, mere, put, say, sentence, type Writer } from './writer.ts'

/** What stands between two sentences: a blank, or a new line. */
export type Separate = () => void

/** The request to meet with all its particulars. */
export function sayOpening(writer: Writer, separate: Separate): void {
  const { content, random, text } = writer
  const slots = meetingSlots(writer)
  const group = content.people.length === 0 || random.chance(0.07) ? 'ask-plain' : 'ask'
  // Only "ask" families without hours may be used where a problem states none; the others are drawn again.
  const family = content.hours === null ? withoutHours(writer, group) : undefined
  let said: Readonly<Record<string, TextRange>> = {}
  sentence(writer, () => {
    said = family === undefined ? text.phrase(group, slots) : text.phraseOf(group, family, slots)
    if (!text.endsWith('?.') && random.chance(0.3)) sayTail(writer)
  })
  if (group === 'ask-plain' && random.chance(0.5)) {
    separate()
    say(writer, 'state-people', slots)
  }
  sayTheRest(writer, said, separate)
}

/** A wish of the whole group right behind the request: "on Monday or Tuesday, not before 10". */
function sayTail(writer: Writer): void {
  const { content, random, text } = writer
  const wishes: Wish[] = [...content.everyone.filter((each) => each.kind !== 'busy')]
  if (content.wish !== null) wishes.push(content.wish)
  if (wishes.length === 0) return
  const tail = random.pick(wishes)
  writer.said.add(tail)
  if (tail === 'earliest' || tail === 'latest') text.phrase(`${tail}-tail`)
  else if (tail.kind === 'not-on') text.phrase('not-on-tail', { days: dayList(writer, tail.days) })
  else if (tail.kind === 'not-before' || tail.kind === 'not-after') {
    text.phrase(`${tail.kind}-tail`, { day: dayTail(writer, tail.day), time: timeValue(writer, tail.time) })
  }
}

const withoutHours = (writer: Writer, group: string): string => {
  for (let tries = 0; ; tries++) {
    const template = writer.text.template(group)
    if (!template.includes('{from}') || tries > 60) return template
  }
}

/** All about one person, in sentences. */
export function sayPerson(writer: Writer, person: Person, separate: Separate): void {
  const { random } = writer
  if (person.constraints.length === 0) {
    say(writer, 'flexible', { ...named(writer, person).slots, span: span(writer) })
    return
  }
  let name: { at: TextRange; from: number } | undefined
  let isFirst = true
  for (const constraint of random.shuffle(person.constraints.flatMap(inPortions))) {
    if (!isFirst) separate()
    const near = name !== undefined && writer.text.length - name.from < 130
    const subject =
      near && name !== undefined && random.chance(0.7) ? pronoun(writer, person, name.at) : named(writer, person)
    const start = writer.text.length
    const only = constraint.kind === 'busy' && constraint.days.length === 1 ? constraint.days[0] : undefined
    if (only !== undefined && person.pronoun !== 'I' && isClosed(only) && random.chance(0.12)) {
      sayInTwoSteps(writer, person, only)
      isFirst = false
      continue
    }
    if (random.chance(0.05)) writer.text.layout(writer.text.template('lead-in'), {})
    clause({ writer, subject }, constraint, !isFirst)
    const at = writer.text.lastFact?.args[0]
    if (at && at.start >= start) name = { at, from: start }
    sayContinuation(writer, { person, subject, constraint, start, at: name?.at })
    finishSentence(writer, start)
    isFirst = false
  }
  const day = freeDay(writer, person.constraints)
  if (day === undefined) return
  separate()
  sentence(writer, () =>
    phraseFor({ writer, subject: named(writer, person) }, 'free-day', { days: dayList(writer, [day]) }),
  )
}

const isClosed = (each: DayTimes) => each.times.every((time) => time.from !== null && time.to !== null)

/** A sentence just written: about whom, saying what, from where on; `at` is the name. */
interface Told {
  readonly person: Person
  readonly subject: Subject
  readonly constraint: Constraint
  readonly start: number
  readonly at: TextRange | undefined
}

/** "... Nor Tuesday." after "Ana can't do Monday.", "Same on Friday." after a busy time. */
function sayContinuation(writer: Writer, told: Told): void {
  const { person, subject, constraint, start, at } = told
  const { content, random, text } = writer
  if (at === undefined || person.pronoun === 'I') return
  const who = given(writer.voice.word(person.name), at)
  const other = content.days.find((day) => !writer.voice.day(day).includes(' ') && !mentions(constraint, day))
  if (other === undefined || !random.chance(0.3)) return
  const { s, has, is, "doesn't": doesnt } = subject.slots
  const agreement = { s: s ?? mere(''), has: has ?? mere(''), is: is ?? mere(''), "doesn't": doesnt ?? mere('') }
  const next = () => {
    finishSentence(writer, start)
    gap(writer)
    return text.length
  }
  if (constraint.kind === 'not-on') {
    const begin = next()
    text.phrase('nor-on', { ...agreement, who: { ...who, text: person.pronoun }, days: dayList(writer, [other]) })
    finishSentence(writer, begin)
  } else if ((constraint.kind === 'not-before' || constraint.kind === 'not-after') && constraint.day !== null) {
    const begin = next()
    const day = { value: other, text: writer.voice.day(other) }
    const time = timeValue(writer, constraint.time + random.pick([0, 30, 60, -30]))
    text.phrase(constraint.kind === 'not-before' ? 'nor-before' : 'nor-after', { who, day, time })
    finishSentence(writer, begin)
  } else if (constraint.kind === 'busy' && constraint.days.length === 1 && constraint.days[0]?.times.length === 1) {
    if (constraint.days[0].day === null) return
    const last = text.lastFact
    const [, , from, to] = last?.args ?? []
    const time = constraint.days[0].times[0]
    if (from === null || to === null || from === undefined || to === undefined || time === undefined) return
    const begin = next()
    const days = dayList(writer, [other])
    text.phrase('busy-same-days', { who, days, from: given(time.from ?? 0, from), to: given(time.to ?? 0, to) })
    finishSentence(writer, begin)
  }
}

const mentions = (constraint: Constraint, day: string): boolean =>
  JSON.stringify(constraint).includes(JSON.stringify(day))

export const span = (writer: Writer) => mere(writer.voice.word(writer.content.days.length > 1 ? 'week' : 'day'))

/** Everyone's constraints in sentences, person by person or day by day, now and then several people in one sentence. */
export function sayEveryone(writer: Writer, separate: Separate): void {
  const { content, random } = writer
  const persons = content.speaker === null ? content.people : [...content.people, content.speaker]
  let told = random.shuffle(persons).filter((person) => person.constraints.length > 0 || random.chance(0.75))
  const start = writer.text.length
  const next = () => {
    if (writer.text.length > start) separate()
  }
  if (content.days.length > 1 && random.chance(0.15)) {
    next()
    sayDayByDay(writer, told.filter(speaksOfBusyDays), separate)
    told = told.flatMap((person) => {
      const constraints = person.constraints.filter((each) => each.kind !== 'busy')
      return constraints.length > 0 || person.constraints.length === 0 ? [{ ...person, constraints }] : []
    })
  }
  const alike = told.filter((person) => onlyTime(person) !== undefined)
  if (alike.length >= 2 && random.chance(0.4)) {
    const together = alike.slice(0, random.integer(2, 4))
    next()
    sayInOneBreath(writer, together)
    told = told.filter((person) => !together.includes(person))
  }
  for (let at = 0; at < told.length; at++) {
    const person = told[at]
    const other = told[at + 1]
    if (person === undefined) break
    next()
    if (other !== undefined && isShort(person) && isShort(other) && random.chance(0.2)) {
      sayJoined(writer, person, other)
      at += 1
      continue
    }
    sayPerson(writer, person, separate)
    sayAsWell(writer, person, separate)
  }
  for (const shared of content.shared) {
    const group = shared.people.flatMap((place) => content.people[place] ?? [])
    for (const constraint of inPortions(shared.constraint)) {
      next()
      if (group.length === 2 && random.chance(0.5) && sayNeither(writer, group, constraint)) continue
      sentence(writer, () => clause({ writer, subject: several(writer, group) }, constraint))
    }
  }
}

const speaksOfBusyDays = (person: Person) =>
  person.pronoun !== 'I' && person.constraints.some((each) => each.kind === 'busy')

const isShort = (person: Person) => person.constraints.flatMap(inPortions).length === 1

/** "Ana is busy until 10, while Ben leaves at 3." */
function sayJoined(writer: Writer, one: Person, other: Person): void {
  const { random, text } = writer
  const start = text.length
  for (const constraint of one.constraints) clause({ writer, subject: named(writer, one) }, constraint)
  put(writer, random.pick([', and ', '; ', ', but ', ', while ', ', ', ' and ', ', whereas ']))
  for (const constraint of other.constraints) clause({ writer, subject: named(writer, other) }, constraint)
  finishSentence(writer, start)
}

/** "Same for Ben." after a single busy time of Ana's. */
function sayAsWell(writer: Writer, person: Person, separate: Separate): void {
  const { random, text } = writer
  const fact = text.lastFact
  if (fact?.predicate !== 'busy' || person.constraints.length !== 1 || !random.chance(0.1)) return
  const [, day, from, to] = fact.args
  const [, dayIs, fromIs, toIs] = fact.values
  const other = random.pick(writer.content.people)
  if (other === person || other.pronoun === 'I' || person.pronoun === 'I') return
  const only = person.constraints[0]
  if (only?.kind !== 'busy' || only.days.length !== 1 || only.days[0]?.times.length !== 1) return
  if (text.length - fact.anchor > 3) return
  const slot = (value: typeof dayIs, at: TextRange | null | undefined) =>
    value === null || value === undefined || at === null || at === undefined ? absent : given(value, at)
  separate()
  say(writer, 'busy-same-who', {
    people: peopleSlot(writer, [other]),
    day: slot(dayIs, day),
    from: slot(fromIs, from),
    to: slot(toIs, to),
  })
}

/** The constraints of the whole group and the wish for an early or late time. */
export function sayWishes(writer: Writer, separate: Separate): void {
  const { content, random } = writer
  const wishes: (() => void)[] = content.everyone
    .filter((constraint) => !writer.said.has(constraint))
    .map((constraint) => () => sentence(writer, () => clauseForEveryone(writer, constraint)))
  const wish = content.wish
  if (wish !== null && !writer.said.has(wish)) wishes.push(() => void say(writer, wish))
  random.shuffle(wishes).forEach((write, at) => {
    if (at > 0) separate()
    write()
  })
}
