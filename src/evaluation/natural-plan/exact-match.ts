import { type MeetingConstraints, wayBetween } from '../meeting-constraints.ts'
import { clockTime } from './unknown-sentence.ts'

// The benchmark's own scoring (google-deepmind/natural-plan, evaluate_*.py), rule by rule.

/** The first "Day, H:MM - H:MM" of an answer; the benchmark tells only whole and half hours apart. */
function proposedTime(answer: string): string {
  const [, day, startHour, startMinute, endHour, endMinute] =
    /([A-Za-z]+), (\d+):(\d+) - (\d+):(\d+)/.exec(answer) ?? []
  const hour = (hours = '', minutes = '') => Number(hours) + (minutes === '30' ? 0.5 : 0)
  return day === undefined ? '' : `${day} ${hour(startHour, startMinute)} ${hour(endHour, endMinute)}`
}

/** Same day, same start, same end as the golden plan. */
export function calendarMatches(answer: string, golden: string): boolean {
  return proposedTime(answer) !== '' && proposedTime(answer) === proposedTime(golden)
}

/** The cities of an answer with the days in each, from its flights and the last of its day ranges. */
function parsedTrip(answer: string): [city: string, days: number][] {
  const ranges: string[] = []
  const flights: { day: number; from: string; to: string }[] = []
  let totalDays: number | undefined
  for (const line of answer.split('\n')) {
    const [, announced] = /European cities for (\d+) days/.exec(line) ?? []
    if (announced !== undefined) totalDays = Number(announced)
    const [range] = /\d+-\d+/.exec(line) ?? []
    if (range !== undefined) {
      ranges.push(range)
      // What follows the end of the plan would be another plan.
      if (Number(range.split('-')[1]) === totalDays) break
    }
    const [, day, from, to] = /.*Day (\d+).*from (\w+) to (\w+)/.exec(line) ?? []
    if (from !== undefined && to !== undefined) flights.push({ day: Number(day), from, to })
  }
  const [first] = flights
  const lastRange = ranges.at(-1)
  if (first === undefined || lastRange === undefined) return []
  const cities = [first.from, ...flights.map(({ to }) => to)]
  const changes = [1, ...flights.map(({ day }) => day), Number(lastRange.split('-')[1])]
  return cities.map((city, index) => [city, (changes[index + 1] ?? 0) - (changes[index] ?? 0) + 1])
}

/** Same cities in the same order for the same days; both are written with `**` between them. */
export function tripMatches(answer: string, golden: { readonly cities: string; readonly durations: string }): boolean {
  const parts = (list: string) => list.split('**').filter((part) => part !== '')
  const parsed = parsedTrip(answer)
  const days = parts(golden.durations).map(Number)
  const cities = parts(golden.cities)
  return cities.every((city, index) => city === parsed[index]?.[0] && days[index] === parsed[index]?.[1])
}

/**
 * How many friends an answer meets, followed step by step as the benchmark does: travel and the least length of a
 * meeting are taken from the problem, not from the answer. Undefined where a step can't be done.
 */
export function friendsMet(answer: string, { people, start, travel }: MeetingConstraints): number | undefined {
  const at = answer.indexOf('SOLUTION:')
  const steps = (at < 0 ? answer : answer.slice(at + 'SOLUTION:'.length)).split('.').map((step) => step.trim())
  const met = new Set<string>()
  let here = start.place
  let now = start.time
  for (const step of steps.filter((one) => one !== '')) {
    const [, there] = /^You travel to (.+?) in/.exec(step) ?? []
    const [, until] = /^You wait until (\d{1,2}:\d{2}[AP]M)$/.exec(step) ?? []
    const [, name] = /^You meet (.+?) for/.exec(step) ?? []
    const person = people.find((one) => one.name === name)
    if (step.startsWith('You start')) continue
    if (there !== undefined) {
      now += wayBetween(travel, here, there)
      here = there
    } else if (until !== undefined) {
      if (clockTime(until) <= now) return undefined
      now = clockTime(until)
    } else if (person !== undefined) {
      const end = now + person.min
      if (met.has(person.name) || here !== person.place || now < person.from || end > person.to) return undefined
      met.add(person.name)
      now = end
    } else return undefined
  }
  return met.size
}
