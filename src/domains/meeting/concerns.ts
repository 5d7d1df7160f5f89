import { isWellFormed } from '../../planning/check-facts.ts'
import type { Fact } from '../../planning/fact.ts'
import type { Plan } from '../../planning/plan.ts'
import { textAt, textOrNull } from '../arguments.ts'
import { nameKey, placeKey } from '../names.ts'
import { meetingFacts } from './facts.ts'
import { meetingSteps } from './plan.ts'

/** Facts about the people who are met, the places where one is, and the ways that are taken. */
export function meetingConcerns(plan: Plan, facts: readonly Fact[]): ReadonlySet<number> {
  const { people, places, ways } = whatIsDone(plan)
  const isAbout = (fact: Fact): boolean => {
    if (places.length === 0 || !isWellFormed(meetingFacts, fact)) return false
    switch (fact.predicate) {
      case 'available':
        return people.has(nameKey(textAt(fact, 0))) && places.includes(placeKey(textAt(fact, 1)))
      case 'meet_min': {
        const who = textOrNull(fact, 0)
        return who === null ? people.size > 0 : people.has(nameKey(who))
      }
      case 'travel': {
        const [from, to] = [placeKey(textAt(fact, 0)), placeKey(textAt(fact, 1))]
        return ways.has(`${from}\n${to}`) || ways.has(`${to}\n${from}`)
      }
      case 'travel_default':
        return ways.size > 0
      case 'start':
      case 'area':
      case 'travel_at':
        return places.includes(placeKey(textAt(fact, 0)))
      default:
        // Which areas a way goes through is not told by names alone.
        return textOrNull(fact, 0) === null && ways.size > 0
    }
  }
  return new Set([...facts.entries()].flatMap(([index, fact]) => (isAbout(fact) ? [index] : [])))
}

function whatIsDone(plan: Plan) {
  const people = new Set<string>()
  const places: string[] = []
  for (const step of meetingSteps(plan) ?? []) {
    if (step.action === 'start') places.push(placeKey(step.place))
    if (step.action === 'travel') places.push(placeKey(step.to))
    if (step.action === 'meet') people.add(nameKey(step.person))
  }
  return { people, places, ways: new Set(places.slice(1).map((to, index) => `${places[index]}\n${to}`)) }
}
