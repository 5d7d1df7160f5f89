import type { Fact } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { clock } from '../picture/clock.ts'
import { nameKey, placeKey } from '../picture/names.ts'
import type { PictureProblem } from '../picture/picture-model.ts'
import { planStrings } from '../strings.ts'
import { type Day, followPlan, type Visit } from './follow-plan.ts'
import { factsOfLane, readWindows, type Window, windowTimes } from './meeting-facts.ts'

const words = planStrings.meeting

/** A person at a place; the start has no person. */
export interface LaneName {
  readonly key: string
  readonly person: string | undefined
  readonly place: string
}

/** What several days share: the same time and the same person stand at the same place in each. */
export interface MeetingAxis {
  readonly domain: 'meeting'
  /** Minutes after midnight. */
  readonly from: number
  readonly to: number
  readonly lanes: readonly LaneName[]
}

export interface MeetingLane extends LaneName {
  readonly windows: readonly Window[]
  readonly visit: Visit | undefined
  /** What is said of it, in whole sentences. */
  readonly label: string
  /** Facts that speak of it, when the person can be met first. */
  readonly factIndices: readonly number[]
}

export interface MeetingPicture {
  readonly axis: MeetingAxis
  readonly lanes: readonly MeetingLane[]
  /** In the order of the day; lanes by their place in `lanes`. */
  readonly visits: readonly {
    readonly visit: Visit
    readonly lane: number
    readonly fromLane: number
    readonly isQuiet: boolean
  }[]
  readonly start: Day['start']
}

const laneKey = (person: string, place: string) => `${nameKey(person)}\n${placeKey(place)}`
const startKey = (place: string) => `\n${placeKey(place)}`

/** The hours and people of all days together: first the start, then who is met, in that order, then the others. */
export function meetingAxis(problems: readonly { plan: Plan; facts: readonly Fact[] }[]): MeetingAxis | undefined {
  const days = problems.map(({ plan }) => followPlan(plan))
  const windows = problems.flatMap(({ facts }) => readWindows(facts))
  const times = [
    ...days.flatMap(({ start, visits }) => [
      ...(start === undefined ? [] : [start.timeMin]),
      ...visits.flatMap((one) => [one.startMin, one.endMin, one.leaveMin, one.arriveMin]),
    ]),
    ...windows.flatMap((one) => [one.fromMin, one.toMin].filter((time) => time !== undefined)),
  ]
  if (days.every(({ start, visits }) => start === undefined && visits.length === 0)) return undefined
  const lanes = new Map<string, LaneName>()
  const add = (key: string, person: string | undefined, place: string) => {
    if (!lanes.has(key)) lanes.set(key, { key, person, place })
  }
  for (const { start } of days) if (start !== undefined) add(startKey(start.place), undefined, start.place)
  for (const { visits } of days) for (const { person, place } of visits) add(laneKey(person, place), person, place)
  for (const { person, place } of windows.toSorted((one, other) => (one.fromMin ?? 0) - (other.fromMin ?? 0))) {
    add(laneKey(person, place), person, place)
  }
  const from = Math.min(...times)
  return { domain: 'meeting', from, to: Math.max(from + 60, ...times), lanes: [...lanes.values()] }
}

/** The day as one lives it: from lane to lane, with the times when each person can be met behind. */
export function meetingPicture(problem: PictureProblem<MeetingAxis>): MeetingPicture | undefined {
  const axis = problem.axis ?? meetingAxis([problem])
  if (axis === undefined) return undefined
  const { start, visits } = followPlan(problem.plan)
  const windows = readWindows(problem.facts)
  const laneOf = (key: string) => axis.lanes.findIndex((lane) => lane.key === key)
  let before = start === undefined ? -1 : laneOf(startKey(start.place))
  const placed = visits.map((visit) => {
    const lane = laneOf(laneKey(visit.person, visit.place))
    const fromLane = before
    before = lane
    return { visit, lane, fromLane, isQuiet: visit.steps.every((step) => problem.quietSteps?.has(step) ?? false) }
  })
  const lanes = axis.lanes.map((name, index): MeetingLane => {
    const mine = windows.filter(({ person, place }) => laneKey(person, place) === name.key)
    const at = placed.find(({ lane }) => lane === index)
    const cameFrom = at === undefined ? undefined : axis.lanes[at.fromLane]?.place
    return {
      ...name,
      windows: mine,
      visit: at?.visit,
      label: laneLabel({ name, windows: mine, visit: at?.visit, cameFrom, start }),
      factIndices: [
        ...mine.map(({ factIndex }) => factIndex),
        ...factsOfLane(problem.facts, { person: name.person, place: name.place, cameFrom }),
      ],
    }
  })
  return { axis, lanes, visits: placed, start }
}

interface LaneStory {
  readonly name: LaneName
  readonly windows: readonly Window[]
  readonly visit: Visit | undefined
  readonly cameFrom: string | undefined
  readonly start: Day['start']
}

function laneLabel({ cameFrom, name, start, visit, windows }: LaneStory): string {
  if (name.person === undefined) return start === undefined ? name.place : words.begin(name.place, clock(start.timeMin))
  const sentences = windows.map((one) => words.window(one.person, one.place, windowTimes(one)))
  if (visit === undefined) return [...sentences, words.notMet].join(' ')
  if (visit.hasWay && cameFrom !== undefined) {
    sentences.push(words.way(visit.arriveMin - visit.leaveMin, cameFrom, clock(visit.arriveMin)))
  }
  const waited = visit.startMin - visit.arriveMin
  if (waited > 0) sentences.push(words.waited(waited))
  sentences.push(words.met(clock(visit.startMin), clock(visit.endMin), visit.endMin - visit.startMin))
  return sentences.join(' ')
}
