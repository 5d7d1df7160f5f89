import { expect, it } from 'vitest'
import type { Constraints } from './constraints.ts'
import { judgeAnswer } from './judge-answer.ts'

const trip: Constraints = { task: 'trip', constraints: { stays: { Turin: 4 }, flights: [], events: [] } }
const meeting: Constraints = {
  task: 'meeting',
  constraints: {
    start: { place: 'Harbour', time: 540 },
    travel: {},
    people: [
      { name: 'Wilma', place: 'Harbour', from: 540, to: 600, min: 30 },
      { name: 'Bruno', place: 'Harbour', from: 540, to: 600, min: 30 },
    ],
  },
  travel: {},
  optimum: 2,
}
const stay = [{ city: 'Turin', from: 1, to: 4 }]
const wilma = { person: 'Wilma', start: 540, end: 570 }

it.each([
  ['ok', true, { status: 'solved', plan: stay }],
  ['invalid', true, { status: 'solved', plan: [] }],
  ['failed', true, { status: 'failed', plan: null }],
  ['false-unsatisfiable', true, { status: 'unsatisfiable', plan: null }],
  ['unsatisfiable-ok', false, { status: 'unsatisfiable', plan: null }],
  ['false-solved', false, { status: 'solved', plan: stay }],
  ['failed', false, { status: 'failed', plan: null }],
] as const)('calls a trip %s (satisfiable: %s)', (verdict, satisfiable, answer) => {
  expect(judgeAnswer({ ...trip, satisfiable }, answer).verdict).toBe(verdict)
})

it('wants a day of meetings to meet as many people as possible', () => {
  const judge = (plan: unknown) => judgeAnswer({ ...meeting, satisfiable: true }, { status: 'solved', plan })

  expect(judge([wilma, { person: 'Bruno', start: 570, end: 600 }])).toEqual({ verdict: 'ok', why: '' })
  expect(judge([wilma])).toEqual({ verdict: 'suboptimal', why: '1 of 2' })
  expect(judge([])).toEqual({ verdict: 'invalid', why: '0 of 2' })
  expect(judge([{ ...wilma, end: 569 }]).verdict).toBe('invalid')
})

it('takes an empty day for "nobody" where nobody can be met', () => {
  const nobody = { ...meeting, optimum: 0, satisfiable: false }

  expect(judgeAnswer(nobody, { status: 'solved', plan: [] }).verdict).toBe('unsatisfiable-ok')
  expect(judgeAnswer(nobody, { status: 'solved', plan: [{ ...wilma, end: 541 }] }).verdict).toBe('false-solved')
})
