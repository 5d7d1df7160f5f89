import { isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import { numberAt, numberOrNull, textAt, textOrNull } from '../arguments.ts'
import { clock24, lengthOfTime, rawFact, sentence, stretch } from '../wording.ts'
import { meetingFacts } from './facts.ts'

function across(fact: Fact): string {
  const areas = [textOrNull(fact, 0), textOrNull(fact, 1)].filter((area) => area !== null)
  if (areas.length === 2) return `between ${areas[0]} and ${areas[1]}`
  return areas.length === 1 ? `between ${areas[0]} and any other area` : 'between any two areas'
}

/** One stated fact as an English sentence without its full stop. */
export function readMeetingFact(fact: Fact): string {
  if (!isWellFormed(meetingFacts, fact)) return rawFact(fact)
  switch (fact.predicate) {
    case 'start':
      return `the day begins at ${textAt(fact, 0)} at ${clock24(numberAt(fact, 1))}`
    case 'available': {
      const time = stretch(numberOrNull(fact, 2), numberOrNull(fact, 3))
      return sentence(textAt(fact, 0), 'can be met at', textAt(fact, 1), time === '' ? 'all day' : time)
    }
    case 'meet_min': {
      const who = textOrNull(fact, 0)
      const subject = who === null ? 'every meeting' : `a meeting with ${who}`
      return `${subject} takes at least ${lengthOfTime(numberAt(fact, 1))}`
    }
    case 'travel':
      return `the way from ${textAt(fact, 0)} to ${textAt(fact, 1)} takes ${lengthOfTime(numberAt(fact, 2))}`
    case 'travel_default':
      return `any other way takes ${lengthOfTime(numberAt(fact, 0))}`
    case 'travel_at':
      return `any other way from or to ${textAt(fact, 0)} takes ${lengthOfTime(numberAt(fact, 1))}`
    case 'area':
      return `${textAt(fact, 0)} lies in ${textAt(fact, 1)}`
    case 'travel_within': {
      const area = textOrNull(fact, 0)
      return `any way within ${area ?? 'one area'} takes ${lengthOfTime(numberAt(fact, 1))}`
    }
    default:
      return `any way ${across(fact)} takes ${lengthOfTime(numberAt(fact, 2))}`
  }
}
