import type { MeetingConstraints } from '../meeting-constraints.ts'
import { clockTime, unknownSentence } from './unknown-sentence.ts'

const clock = '\\d{1,2}:\\d{2}[AP]M'
const forms = {
  travel: /^(.+) to (.+): (\d+)\.$/,
  start: new RegExp(`^You arrive at (.+) at (${clock})\\.$`),
  window: new RegExp(`^(\\w+) will be at (.+) from (${clock}) to (${clock})\\.$`),
  least: /^You'd like to meet (\w+) for a minimum of (\d+) minutes\.$/,
}
const silent = [
  /^You are visiting [\w ]+ for the day and want to meet as many friends as possible\.$/,
  /^Solve the problem by considering various different schedules and picking the best one to optimize your goals\.$/,
  /^Travel distances \(in minutes\):$/,
  /^Your response should start with 'SOLUTION:'\.$/,
]

/** Reads a day of meetings of NATURAL PLAN from its prompt. Throws `invalid-input` for a sentence it doesn't know. */
export function readMeetingProblem(prompt: string): MeetingConstraints {
  const draft: MeetingConstraints = { start: { place: '', time: 0 }, travel: {}, people: [] }
  const sentences = prompt
    .split('\n')
    .flatMap((line) =>
      line
        .replace(/^CONSTRAINTS: /, '')
        .trim()
        .split(/(?<=\.)\s+/),
    )
    .filter((sentence) => sentence !== '')
  for (const sentence of sentences) readSentence(draft, sentence)
  if (draft.start.place === '') throw unknownSentence(prompt)
  return draft
}

function readSentence(draft: MeetingConstraints, sentence: string): void {
  if (silent.some((pattern) => pattern.test(sentence))) return
  const [, start, time] = forms.start.exec(sentence) ?? []
  const [, name, place, from, to] = forms.window.exec(sentence) ?? []
  const [, whom, least] = forms.least.exec(sentence) ?? []
  const [, here, there, minutes] = forms.travel.exec(sentence) ?? []
  const person = draft.people.find((one) => one.name === whom)
  if (start !== undefined && time !== undefined) draft.start = { place: start, time: clockTime(time) }
  else if (name !== undefined && place !== undefined && from !== undefined && to !== undefined) {
    draft.people.push({ name, place, from: clockTime(from), to: clockTime(to), min: 0 })
  } else if (person !== undefined) person.min = Number(least)
  else if (here !== undefined && there !== undefined) {
    draft.travel[here] = { ...draft.travel[here], [there]: Number(minutes) }
  } else throw unknownSentence(sentence)
}
