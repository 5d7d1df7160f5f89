import { isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import { numberAt, numberOrNull, textAt, textOrNull } from '../arguments.ts'
import { personKey } from '../names.ts'
import { clock24, lengthOfTime, rawFact, sentence, stretch } from '../wording.ts'
import { calendarFacts } from './facts.ts'

/** Subject and verb: "Ana is", "everyone is", "I am". */
function who(fact: Fact, verb: 'be' | 'do'): string {
  const name = textOrNull(fact, 0)
  const key = personKey(name)
  if (key === 'i') return verb === 'be' ? 'I am' : 'I do'
  const subject = key === 'everyone' || name === null ? 'everyone' : name
  return `${subject} ${verb === 'be' ? 'is' : 'does'}`
}

function on(day: string | null): string {
  return day === null ? 'every day' : `on ${day}`
}

/** For the middle of a sentence: without a day nothing is added. */
function onDay(fact: Fact): string {
  const day = textOrNull(fact, 1)
  return day === null ? '' : `on ${day}`
}

function forWhom(fact: Fact): string {
  const name = textOrNull(fact, 0)
  return personKey(name) === 'everyone' || name === null ? '' : ` for ${name}`
}

/** One stated fact as an English sentence without its full stop. */
export function readCalendarFact(fact: Fact): string {
  if (!isWellFormed(calendarFacts, fact)) return rawFact(fact)
  switch (fact.predicate) {
    case 'participant':
      return `${textAt(fact, 0)} takes part`
    case 'duration':
      return `the meeting takes ${lengthOfTime(numberAt(fact, 0))}`
    case 'work_hours':
      return `the meeting lies between ${clock24(numberAt(fact, 0))} and ${clock24(numberAt(fact, 1))}`
    case 'day':
      return `${textAt(fact, 0)} is on offer`
    case 'days':
      return `every day from ${textAt(fact, 0)} to ${textAt(fact, 1)} is on offer`
    case 'grid':
      return `the meeting starts on a multiple of ${lengthOfTime(numberAt(fact, 0))}`
    case 'busy': {
      const time = stretch(numberOrNull(fact, 2), numberOrNull(fact, 3))
      return sentence(who(fact, 'be'), 'busy', on(textOrNull(fact, 1)), time === '' ? 'all day' : time)
    }
    case 'busy_for': {
      const time = `for ${lengthOfTime(numberAt(fact, 3))} from ${clock24(numberAt(fact, 2))}`
      return sentence(who(fact, 'be'), 'busy', on(textOrNull(fact, 1)), time)
    }
    case 'free': {
      const time = stretch(numberOrNull(fact, 2), numberOrNull(fact, 3))
      return sentence(who(fact, 'be'), 'free', on(textOrNull(fact, 1)), time === '' ? 'all day' : time)
    }
    case 'not_on':
      return `${who(fact, 'do')} not want to meet on ${textAt(fact, 1)}`
    case 'not_before':
      return sentence('the meeting', onDay(fact), `must not begin before ${clock24(numberAt(fact, 2))}${forWhom(fact)}`)
    case 'not_after':
      return sentence('the meeting', onDay(fact), `must be over by ${clock24(numberAt(fact, 2))}${forWhom(fact)}`)
    case 'earliest':
      return 'the earliest possible time is wanted'
    default:
      return 'the latest possible time is wanted'
  }
}
