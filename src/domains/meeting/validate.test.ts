import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { mostMeetings } from '../test/meeting-brute-force.ts'
import { generateMeeting } from './generate.ts'
import { type MeetingStep, meetingPlan } from './plan.ts'
import { validateMeeting } from './validate.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const base = [
  fact('start', 'the station', 540),
  fact('available', 'Ana', 'Pier Two', 600, 720),
  fact('available', 'Bo', 'Mill Lane', 540, 720),
  fact('meet_min', 'Ana', 60),
  fact('meet_min', null, 30),
  fact('travel_default', 10),
]
const start: MeetingStep = { action: 'start', place: 'Station', timeMin: 540 }
const go = (to: string, arriveMin: number, lengthMin = 10): MeetingStep => ({
  action: 'travel',
  to,
  lengthMin,
  arriveMin,
})
const wait = (untilMin: number): MeetingStep => ({ action: 'wait', untilMin })
const meet = (person: string, startMin: number, endMin: number): MeetingStep => ({
  action: 'meet',
  person,
  startMin,
  endMin,
})
const toBo = [start, go('Mill Lane', 550), meet('Bo', 550, 580)]
const good = [...toBo, go('pier two', 590), wait(600), meet('ana', 600, 660)]

function judge(steps: MeetingStep[], ...extra: Fact[]): string[] {
  const verdict = validateMeeting([...base, ...extra], meetingPlan(steps))
  if (verdict.status !== 'invalid') return [verdict.status]
  return verdict.violations.map(({ constraint, factIndex }) => `${constraint} ${factIndex ?? ''}`.trim())
}

test('a day that can be done and meets everyone is valid', () => {
  const verdict = validateMeeting(base, meetingPlan(good))
  expect(verdict).toEqual({ status: 'valid', metrics: { met: 2, possible: 2, endMin: 660 } })
})

test.each<[string, MeetingStep[]]>([
  ['start 0', [{ ...start, timeMin: 530 }, ...good.slice(1)]],
  ['start 0', [{ ...start, place: 'Pier Two' }, ...good.slice(1)]],
  ['travel', [start, go('Mill Lane', 545, 5), meet('Bo', 545, 575)]],
  ['travel', [start, go('Nowhere Road', 550)]],
  ['arrival', [start, go('Mill Lane', 545), meet('Bo', 545, 575)]],
  ['order', [start, go('Mill Lane', 550), meet('Bo', 545, 575)]],
  ['order', [...toBo, wait(570)]],
  ['meet_min 3', [...good.slice(0, -1), meet('Ana', 600, 659)]],
  ['meet_min 4', [start, go('Mill Lane', 550), meet('Bo', 550, 579)]],
  ['available 1', [...good.slice(0, -2), meet('Ana', 590, 650)]],
  ['available 2', [start, go('Mill Lane', 550), wait(700), meet('Bo', 700, 730)]],
  ['available 2', [start, meet('Bo', 540, 570)]],
  ['met-once', [...toBo, meet('Bo', 580, 610)]],
  ['unknown-person', [...toBo, meet('Cy', 580, 610)]],
  ['nobody-met', [start]],
  ['as-many-as-possible', toBo],
  ['plan-form', [meet('Bo', 550, 580)]],
  ['plan-form', [...toBo, start]],
])('names the broken constraint: %s', (constraint, steps) => {
  const known = steps.some((step) => step.action === 'travel' && step.to === 'Nowhere Road') ? base.slice(0, -1) : base
  const verdict = validateMeeting(known, meetingPlan(steps))
  const violations = verdict.status === 'invalid' ? verdict.violations : []
  expect(violations.map((each) => `${each.constraint} ${each.factIndex ?? ''}`.trim())).toContain(constraint)
})

test('who is left out is counted', () => {
  expect(validateMeeting(base, meetingPlan(toBo))).toMatchObject({
    violations: [{ words: '2 people can be met, not only 1' }],
  })
})

test('a longer meeting than wanted is fine', () => {
  expect(judge([...good.slice(0, -1), meet('Ana', 600, 700)])).toEqual(['valid'])
})

test('a fact of the wrong shape leaves the verdict open', () => {
  expect(judge(good, fact('travel', 'Pier Two', 7, 7))).toEqual(['unknown'])
})

test('a plan of another domain is no meeting plan', () => {
  expect(validateMeeting(base, { domain: 'trip', steps: [] }).status).toBe('invalid')
})

test('a day too full to be sure is left open', () => {
  const crowd = Array.from({ length: 26 }, (_, index) =>
    fact('available', `Person ${index}`, `Place ${index}`, 600, 1400),
  )
  expect(judge(good, ...crowd)).toEqual(['unknown'])
})

test('a walk is valid just when nobody meets more people', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const random = createRandom(seed)
      const facts = generateMeeting(random, 0.3)
      const walk = aWalk(facts, random.fork('walk').next())
      const met = walk.filter((step) => step.action === 'meet').length
      const best = met > 0 && met === mostMeetings(facts)
      expect(validateMeeting(facts, meetingPlan(walk)).status).toBe(best ? 'valid' : 'invalid')
    }),
    { numRuns: 300 },
  )
})

/** Goes to one person after the other, in a random order, wherever a matrix of ways says how. */
function aWalk(facts: readonly Fact[], seed: number): MeetingStep[] {
  const [place, time] = facts[0]?.args ?? []
  const steps: MeetingStep[] = [{ action: 'start', place: String(place), timeMin: Number(time) }]
  let [here, now] = [String(place), Number(time)]
  const met = new Set<string>()
  for (const { args } of createRandom(seed * 1e6).shuffle(facts.filter((each) => each.predicate === 'available'))) {
    const [who, there] = [String(args[0]), String(args[1])]
    const way = facts.find((each) => each.predicate === 'travel' && each.args[0] === here && each.args[1] === there)
    const own = facts.find((each) => each.predicate === 'meet_min' && each.args[0] === who)
    const length = Number(
      (own ?? facts.find((each) => each.predicate === 'meet_min' && each.args[0] === null))?.args[1],
    )
    if (way === undefined || met.has(who)) continue
    const arriveMin = now + Number(way.args[2])
    const startMin = Math.max(arriveMin, Number(args[2] ?? 0))
    if (startMin + length > Number(args[3] ?? 1440)) continue
    steps.push({ action: 'travel', to: there, lengthMin: Number(way.args[2]), arriveMin })
    if (startMin > arriveMin) steps.push({ action: 'wait', untilMin: startMin })
    steps.push({ action: 'meet', person: who, startMin, endMin: startMin + length })
    met.add(who)
    here = there
    now = startMin + length
  }
  return steps
}
