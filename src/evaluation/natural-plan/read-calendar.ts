import type { CalendarConstraints } from '../calendar-constraints.ts'
import { clockTime, unknownSentence } from './unknown-sentence.ts'

const day = '(?:Mon|Tues|Wednes|Thurs|Fri)day'
const clock = '\\d{1,2}:\\d{2}'
const forms = {
  ask: new RegExp(
    `^You need to schedule a meeting for (.+) for (half an hour|one hour) between the work hours of (${clock}) to (${clock}) on (?:either )?((?:${day}(?:, | or )?)+)\\.$`,
  ),
  intro: /^Here are the existing schedules for everyone during the days?:$/,
  busy: /^(\w+) (?:is busy|has blocked their calendar|has meetings) on (.+);$/,
  free: /^(\w+?)(?:'s calendar is wide open the entire| is free the entire|has no meetings the whole) (?:day|week)\.$/,
  earliest: /^(?:The group would like to meet|You would like to schedule the meeting) at their earlist availability\.$/,
  avoid: new RegExp(
    `^(\\w+) (?:would like to avoid more meetings|do not want to meet|would rather not meet|can not meet) on (${day})(?: (after|before) (${clock}))?\\.$`,
  ),
  /** Goes on with the person of the sentence before. */
  avoidToo: new RegExp(`^(${day})(?: (after|before) (${clock}))?\\.$`),
  request: /^Find a time that works for everyone's schedule and constraints\.$/,
  interval: new RegExp(`^(?:(${day}) during )?(${clock}) to (${clock})$`),
}

type Draft = Pick<CalendarConstraints, 'busy' | 'hard_preferences' | 'objective'>

/** Reads a scheduling problem of NATURAL PLAN from its prompt. Throws `invalid-input` for a sentence it doesn't know. */
export function readCalendarProblem(prompt: string): CalendarConstraints {
  const task = prompt.slice(prompt.indexOf('TASK:') + 'TASK:'.length).replace(/SOLUTION:\s*$/, '')
  const [first = '', ...rest] = task
    .split('\n')
    .flatMap((line) => line.trim().split(/(?<=\.)\s+/))
    .filter((sentence) => sentence !== '')
  const ask = forms.ask.exec(first)
  if (ask === null) throw unknownSentence(first)
  const [, people = '', length, from = '', to = '', days = ''] = ask
  const draft: Draft = { busy: [], hard_preferences: [], objective: 'any' }
  let who: string | undefined
  for (const sentence of rest) who = readSentence(draft, sentence, who)
  return {
    participants: people.split(/, | and /),
    days: days.split(/, | or /),
    work: [clockTime(from), clockTime(to)],
    durationMin: length === 'one hour' ? 60 : 30,
    ...draft,
  }
}

/** Adds what a sentence states; returns the person whom a sentence without a name would be about. */
function readSentence(draft: Draft, sentence: string, before: string | undefined): string | undefined {
  if (forms.intro.test(sentence) || forms.free.test(sentence) || forms.request.test(sentence)) return undefined
  const [, busyPerson, intervals] = forms.busy.exec(sentence) ?? []
  if (busyPerson !== undefined && intervals !== undefined) {
    readBusy(draft, busyPerson, intervals)
    return undefined
  }
  if (forms.earliest.test(sentence)) {
    draft.objective = 'earliest'
    return undefined
  }
  const [, who, ...avoided] = forms.avoid.exec(sentence) ?? []
  const [, ...avoidedToo] = forms.avoidToo.exec(sentence) ?? []
  const person = who ?? before
  const [avoidedDay, side, time] = who === undefined ? avoidedToo : avoided
  if (person === undefined || avoidedDay === undefined) throw unknownSentence(sentence)
  const about = { who: person, day: avoidedDay }
  draft.hard_preferences.push(
    side === undefined
      ? { ...about, kind: 'not_on' }
      : { ...about, kind: side === 'after' ? 'not_after' : 'not_before', time: clockTime(time ?? '') },
  )
  return person
}

/** The day stands once, before the first of its times. */
function readBusy(draft: Draft, who: string, intervals: string): void {
  let on: string | undefined
  for (const interval of intervals.split(', ')) {
    const [, named, start, end] = forms.interval.exec(interval) ?? []
    on = named ?? on
    if (on === undefined || start === undefined || end === undefined) throw unknownSentence(interval)
    draft.busy.push({ who, day: on, start: clockTime(start), end: clockTime(end) })
  }
}
