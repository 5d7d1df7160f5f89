import type { TripConstraints } from '../trip-constraints.ts'
import { unknownSentence } from './unknown-sentence.ts'

const total = /^You plan to visit \d+ European cities for (\d+) days in total\.$/
const stays = [
  /^You would like to visit (?<city>\w+) for (?<days>\d+) days\.$/,
  /^You plan to stay in (?<city>\w+) for (?<days>\d+) days\.$/,
  /^You want to spend (?<days>\d+) days in (?<city>\w+)\.$/,
]
const events = [
  /^You are going to attend a wedding in (?<city>\w+) between day (?<from>\d+) and day (?<to>\d+)\.$/,
  /^You want to meet a friend in (?<city>\w+) between day (?<from>\d+) and day (?<to>\d+)\.$/,
  /^You have to attend a workshop in (?<city>\w+) between day (?<from>\d+) and day (?<to>\d+)\.$/,
  /^You plan to visit relatives in (?<city>\w+) between day (?<from>\d+) and day (?<to>\d+)\.$/,
  /^From day (?<from>\d+) to day (?<to>\d+), there is a annual show you want to attend in (?<city>\w+)\.$/,
  /^You would like to meet your friends at (?<city>\w+) between day (?<from>\d+) and day (?<to>\d+) to tour together\.$/,
  /^During day (?<from>\d+) and day (?<to>\d+), you have to attend a conference in (?<city>\w+)\.$/,
]
const silent = [
  /^You only take direct flights to commute between cities\.$/,
  /^Find a trip plan of visiting the cities for \d+ days by taking direct flights to commute between them\.$/,
]
const flightsTitle = 'Here are the cities that have direct flights:'

type Draft = Pick<TripConstraints, 'events' | 'flights' | 'stays' | 'totalDays'>

const firstMatch = (patterns: readonly RegExp[], sentence: string) =>
  patterns.map((pattern) => pattern.exec(sentence)?.groups).find((groups) => groups !== undefined)

/** Reads a trip of NATURAL PLAN from its prompt. Throws `invalid-input` for a sentence it doesn't know. */
export function readTripProblem(prompt: string): TripConstraints {
  const draft: Draft = { stays: {}, flights: [], events: [] }
  const [before = '', after = ''] = prompt.split(flightsTitle)
  const [list = '', ...closing] = after.trim().split('\n')
  const sentences = [before, ...closing].flatMap((part) => part.trim().split(/(?<=\.)\s+/))
  for (const sentence of sentences) if (sentence !== '') readSentence(draft, sentence)
  for (const item of list.trim().replace(/\.$/, '').split(', ')) readFlight(draft, item)
  return draft
}

function readSentence(draft: Draft, sentence: string): void {
  const [, days] = total.exec(sentence) ?? []
  const stay = firstMatch(stays, sentence)
  const event = firstMatch(events, sentence)
  if (days !== undefined) draft.totalDays = Number(days)
  else if (stay !== undefined) draft.stays[stay['city'] ?? ''] = Number(stay['days'])
  else if (event !== undefined) {
    draft.events.push({ city: event['city'] ?? '', from: Number(event['from']), to: Number(event['to']) })
  } else if (!silent.some((pattern) => pattern.test(sentence))) throw unknownSentence(sentence)
}

/** "A and B" flies both ways. */
function readFlight(draft: Draft, item: string): void {
  const [, from, to] = /^from (\w+) to (\w+)$/.exec(item.trim()) ?? []
  const [, one, other] = /^(\w+) and (\w+)$/.exec(item.trim()) ?? []
  if (from !== undefined && to !== undefined) draft.flights.push([from, to])
  else if (one !== undefined && other !== undefined) draft.flights.push([one, other], [other, one])
  else throw unknownSentence(item)
}
