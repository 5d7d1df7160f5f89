import { checkFacts, isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import type { Verdict, Violation } from '../../planning/verdict.ts'
import { clock24, count } from '../wording.ts'
import { meetingFacts } from './facts.ts'
import { createTravelJudge, spot } from './judge-travel.ts'
import { mostPeople, type Window } from './most-people.ts'
import { type MeetingStep, meetingSteps } from './plan.ts'
import { readMeetingFact } from './read-fact.ts'

interface StatedWindow extends Window {
  readonly factIndex: number
}

const lower = (name: unknown) => String(name).trim().toLowerCase().split(/\s+/).join(' ')

/** The least length that counts as a meeting: one's own, else everybody's, else a quarter of an hour. */
function least(facts: readonly Fact[], person: string): number {
  let [own, general] = [0, 0]
  for (const { predicate, args } of facts) {
    if (predicate !== 'meet_min') continue
    if (args[0] === null) general = Math.max(general, Number(args[1]))
    else if (lower(args[0]) === person) own = Math.max(own, Number(args[1]), 1)
  }
  return own || general || 15
}

function statedWindows(facts: readonly Fact[]): StatedWindow[] {
  return facts.flatMap(({ predicate, args: [who, place, from, to] }, factIndex) => {
    if (predicate !== 'available') return []
    const person = lower(who)
    const length = least(facts, person)
    return [{ person, place: String(place), from: Number(from ?? 0), to: Number(to ?? 1440), length, factIndex }]
  })
}

/** Follows the plan minute by minute and notes where it leaves what the facts allow. */
function createFollower(facts: readonly Fact[], windows: readonly StatedWindow[]) {
  const travel = createTravelJudge(facts)
  const violations: Violation[] = []
  const met = new Set<string>()
  const note = (constraint: string, words: string, factIndex?: number) =>
    violations.push(factIndex === undefined ? { constraint, words } : { constraint, words, factIndex })
  let here: string | null = null
  let now = 0

  function start(step: Extract<MeetingStep, { action: 'start' }>): void {
    if (here !== null) note('plan-form', 'the day begins twice')
    here = step.place
    now = step.timeMin
    for (const [factIndex, fact] of facts.entries()) {
      const [place, time] = fact.args
      if (fact.predicate !== 'start' || (spot(place) === spot(here) && time === now)) continue
      note('start', readMeetingFact(fact), factIndex)
    }
  }

  function go(step: Extract<MeetingStep, { action: 'travel' }>): void {
    const length = travel(here ?? '', step.to)
    if (length === null) note('travel', `nobody knows the way from ${here} to ${step.to}`)
    else if (step.lengthMin !== length) {
      note('travel', `the way from ${here} to ${step.to} takes ${count(length, 'minute')}, not ${step.lengthMin}`)
    }
    if (step.arriveMin !== now + step.lengthMin) {
      note('arrival', `who leaves at ${clock24(now)} is at ${step.to} at ${clock24(now + step.lengthMin)}`)
    }
    here = step.to
    now = Math.max(step.arriveMin, now + (length ?? 0))
  }

  function meet({ person, startMin, endMin }: Extract<MeetingStep, { action: 'meet' }>): void {
    const theirs = windows.filter((window) => window.person === lower(person))
    const [any] = theirs
    if (met.has(lower(person))) note('met-once', `${person} is met twice`)
    met.add(lower(person))
    if (startMin !== now) {
      note('order', `the meeting with ${person} must begin at ${clock24(now)}, when one is there for it`)
    }
    now = Math.max(now, endMin)
    if (any === undefined) {
      note('unknown-person', `nothing says where ${person} can be met`)
      return
    }
    if (endMin - startMin < any.length) {
      const about = (who: string | null) =>
        facts.findIndex(({ predicate, args }) => {
          return predicate === 'meet_min' && (args[0] === null ? null : lower(args[0])) === who
        })
      const [factIndex] = [about(any.person), about(null)].filter((index) => index >= 0)
      note('meet_min', `a meeting with ${person} takes at least ${count(any.length, 'minute')}`, factIndex)
    }
    const at = theirs.filter((window) => spot(window.place) === spot(here))
    if (!at.some((window) => window.from <= startMin && endMin <= window.to)) {
      const window = at[0] ?? any
      const fact = facts[window.factIndex]
      note('available', fact === undefined ? '' : readMeetingFact(fact), window.factIndex)
    }
  }

  function follow(step: MeetingStep): void {
    if (step.action === 'start') start(step)
    else if (here === null) note('plan-form', 'the day begins nowhere')
    else if (step.action === 'travel') go(step)
    else if (step.action === 'meet') meet(step)
    else if (step.untilMin < now) note('order', `one can't wait until ${clock24(step.untilMin)} at ${clock24(now)}`)
    else now = step.untilMin
  }

  return { follow, violations, met, travel, endMin: () => now }
}

function statedStart(facts: readonly Fact[]): { place: string; time: number } | null {
  const start = facts.find(({ predicate }) => predicate === 'start')
  return start === undefined ? null : { place: String(start.args[0]), time: Number(start.args[1]) }
}

/**
 * Judges a day against the stated facts: that it can be done, and that nobody else could be met too. A fact of the wrong
 * shape binds nothing, but leaves the verdict `unknown` where nothing else is broken; so do too many people to be sure.
 */
export function validateMeeting(facts: readonly Fact[], plan: Plan): Verdict {
  const steps = meetingSteps(plan)
  if (steps === null || steps.length === 0) {
    const words = 'a meeting plan is a start, ways, waits and meetings'
    return { status: 'invalid', violations: [{ constraint: 'plan-form', words }] }
  }
  const readable = facts.map((fact) => (isWellFormed(meetingFacts, fact) ? fact : { predicate: '', args: [] }))
  const windows = statedWindows(readable)
  const follower = createFollower(readable, windows)
  for (const step of steps) follower.follow(step)
  const { violations, met } = follower
  if (met.size === 0) violations.push({ constraint: 'nobody-met', words: 'nobody is met' })
  if (violations.length > 0) return { status: 'invalid', violations }
  const possible = mostPeople({ start: statedStart(readable), windows, travel: follower.travel })
  if (possible === null) return { status: 'unknown', why: 'too many people to be sure that nobody else could be met' }
  if (met.size < possible) {
    const words = `${possible} people can be met, not only ${met.size}`
    return { status: 'invalid', violations: [{ constraint: 'as-many-as-possible', words }] }
  }
  const [unreadable] = checkFacts(meetingFacts, facts)
  if (unreadable !== undefined) return { status: 'unknown', why: unreadable.message }
  return { status: 'valid', metrics: { met: met.size, possible, endMin: follower.endMin() } }
}
