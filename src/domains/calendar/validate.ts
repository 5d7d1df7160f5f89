import { checkFacts, isWellFormed } from '../../planning/check-facts.ts'
import type { Fact, FactArgument } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import type { Verdict, Violation } from '../../planning/verdict.ts'
import { clock24 } from '../wording.ts'
import { calendarFacts } from './facts.ts'
import { calendarSlot, type Slot } from './plan.ts'
import { readCalendarFact } from './read-fact.ts'

const dayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const lower = (value: FactArgument | undefined) =>
  String(value ?? '')
    .trim()
    .toLowerCase()
const minutes = (value: FactArgument | undefined, absent: number) => (typeof value === 'number' ? value : absent)

/** Whether the slot shares a minute with the stretch. */
function meets(slot: Slot, from: number, to: number): boolean {
  return from < to && slot.start < to && slot.end > from
}

function sameDay(slot: Slot, day: FactArgument | undefined): boolean {
  return day === null || day === undefined || lower(day) === lower(slot.day)
}

/** Whether a fact that speaks for itself is kept; free windows, days on offer and wishes need the other facts too. */
function keeps(fact: Fact, slot: Slot): boolean {
  const [first, second, third, fourth] = fact.args
  switch (fact.predicate) {
    case 'duration':
      return slot.end - slot.start === first
    case 'work_hours':
      return slot.start >= minutes(first, 0) && slot.end <= minutes(second, 1440)
    case 'grid':
      return minutes(first, 0) < 1 || slot.start % minutes(first, 1) === 0
    case 'busy':
      return !meets(slot, minutes(third, 0), minutes(fourth, 1440)) || !sameDay(slot, second)
    case 'busy_for':
      return !meets(slot, minutes(third, 0), minutes(third, 0) + minutes(fourth, 0)) || !sameDay(slot, second)
    case 'not_on':
      return !sameDay(slot, second)
    case 'not_before':
      return slot.start >= minutes(third, 0) || !sameDay(slot, second)
    case 'not_after':
      return slot.end <= minutes(third, 1440) || !sameDay(slot, second)
    default:
      return true
  }
}

/** A person who is not named is the whole group; so are the words for it. */
function person(value: FactArgument | undefined): string {
  const name = lower(value).replaceAll(/\s+/g, ' ')
  if (/^(|everyone|everybody|all|both|we|us|(all|both) of us|the group)$/.test(name)) return ''
  return /^(i|me|my|myself)$/.test(name) ? 'i' : name
}

function* freeViolations(facts: readonly Fact[], slot: Slot): Generator<Violation> {
  const judged = new Set<string>()
  for (const [factIndex, fact] of facts.entries()) {
    if (fact.predicate !== 'free') continue
    const key = person(fact.args[0])
    if (judged.has(key)) continue
    judged.add(key)
    const windows = facts.filter((other) => other.predicate === 'free' && person(other.args[0]) === key)
    const today = windows
      .filter((window) => sameDay(slot, window.args[1]))
      .map((window) => ({ from: minutes(window.args[2], 0), to: minutes(window.args[3], 1440) }))
    // Windows that touch or overlap add up, so every single minute is looked at.
    let minute = slot.start
    while (minute < slot.end && today.some((window) => window.from <= minute && minute < window.to)) minute++
    if (minute < slot.end) {
      const words = `outside of the times when ${windows.map(readCalendarFact).join(', ')}`
      yield { constraint: 'free', words, factIndex }
    }
  }
}

/** The stated days as keys, in order; null where none is stated and so any will do. */
function offeredDays(facts: readonly Fact[]): string[] | null {
  const days: string[] = []
  let wraps = false
  for (const { predicate, args } of facts) {
    if (predicate === 'day') days.push(lower(args[0]))
    if (predicate !== 'days') continue
    const [first, last] = [lower(args[0]), lower(args[1])]
    const [from, to] = [dayNames.indexOf(first), dayNames.indexOf(last)]
    if (from < 0 || to < 0) {
      days.push(first, last)
      continue
    }
    wraps ||= from > to
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(dayNames[day] ?? '')
      if (day === to) break
    }
  }
  if (days.length === 0) return null
  const different = [...new Set(days)]
  if (wraps || different.some((day) => !dayNames.includes(day))) return different
  return different.sort((one, other) => dayNames.indexOf(one) - dayNames.indexOf(other))
}

/** Where no work hours are stated: 9:00 to 17:00, or wider where someone is free before or after. */
function assumedHours(facts: readonly Fact[]): [number, number] | null {
  if (facts.some((fact) => fact.predicate === 'work_hours')) return null
  let hours: [number, number] = [540, 1020]
  for (const fact of facts) {
    if (fact.predicate !== 'free') continue
    hours = [Math.min(hours[0], minutes(fact.args[2], 540)), Math.max(hours[1], minutes(fact.args[3], 1020))]
  }
  return hours
}

/** Lazy, because whoever looks for a better time only wants to know whether there is any. */
function* violationsOf(facts: readonly Fact[], slot: Slot): Generator<Violation> {
  for (const [factIndex, fact] of facts.entries()) {
    if (!keeps(fact, slot)) yield { constraint: fact.predicate, words: readCalendarFact(fact), factIndex }
  }
  const hours = assumedHours(facts)
  if (hours !== null && (slot.start < hours[0] || slot.end > hours[1])) {
    const words = `the meeting lies between ${clock24(hours[0])} and ${clock24(hours[1])} where no other hours are given`
    yield { constraint: 'work_hours', words }
  }
  if (!Number.isInteger(slot.start) || !Number.isInteger(slot.end) || slot.start < 0 || slot.end > 1440) {
    yield { constraint: 'time-of-day', words: 'the meeting must lie within one day' }
  }
  if (slot.end < slot.start) yield { constraint: 'order', words: 'the meeting ends before it begins' }
  const days = offeredDays(facts)
  if (days !== null && !days.includes(lower(slot.day))) {
    yield { constraint: 'day', words: `${slot.day} is not on offer` }
  }
  yield* freeViolations(facts, slot)
}

/** A slot that the wish likes better and that breaks nothing: every minute of every day on offer is tried. */
function better(facts: readonly Fact[], slot: Slot, wish: 'earliest' | 'latest'): Slot | null {
  const days = offeredDays(facts) ?? [lower(slot.day)]
  const length = slot.end - slot.start
  const own = days.indexOf(lower(slot.day))
  const forward = wish === 'earliest'
  const rank = (day: number, start: number) => (day * 1440 + start) * (forward ? 1 : -1)
  for (const [index, day] of forward ? [...days.entries()] : [...days.entries()].reverse()) {
    for (let step = 0; step <= 1440 - length; step++) {
      const start = forward ? step : 1440 - length - step
      if (rank(index, start) >= rank(own, slot.start)) return null
      const candidate = { day, start, end: start + length }
      if (violationsOf(facts, candidate).next().done) return candidate
    }
  }
  return null
}

function wishViolations(facts: readonly Fact[], slot: Slot): Violation[] {
  return facts.flatMap((fact, factIndex) => {
    if (fact.predicate !== 'earliest' && fact.predicate !== 'latest') return []
    const found = better(facts, slot, fact.predicate)
    if (found === null) return []
    const day =
      lower(found.day) === lower(slot.day) ? slot.day : found.day.replace(/^./, (first) => first.toUpperCase())
    const words = `${readCalendarFact(fact)}, and ${day} at ${clock24(found.start)} would do`
    return [{ constraint: fact.predicate, words, factIndex }]
  })
}

/**
 * Judges a time against the stated facts, minute by minute. A fact of the wrong shape binds nothing, but leaves the
 * verdict `unknown` where nothing else is broken.
 */
export function validateCalendar(facts: readonly Fact[], plan: Plan): Verdict {
  const slot = calendarSlot(plan)
  if (slot === null) {
    return { status: 'invalid', violations: [{ constraint: 'plan-form', words: 'a calendar plan is one meeting' }] }
  }
  // Facts of the wrong shape keep their place, so that indices stay true.
  const readable = facts.map((fact) => (isWellFormed(calendarFacts, fact) ? fact : { predicate: '', args: [] }))
  const broken = [...violationsOf(readable, slot)]
  const violations = broken.length > 0 ? broken : wishViolations(readable, slot)
  if (violations.length > 0) return { status: 'invalid', violations }
  const [unreadable] = checkFacts(calendarFacts, facts)
  if (unreadable !== undefined) return { status: 'unknown', why: unreadable.message }
  return { status: 'valid', metrics: { startMin: slot.start, endMin: slot.end } }
}
