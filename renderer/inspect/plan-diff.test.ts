import { expect, it } from 'vitest'
import type { Plan, PlanStep } from '../../src/planning/plan.ts'
import { planDiff } from './plan-diff.ts'

const meet = (person: string, startMin: number): PlanStep => ({
  action: 'meet',
  args: { person, startMin, endMin: startMin + 30 },
})
const plan = (...steps: PlanStep[]): Plan => ({ domain: 'meeting', steps })
const told = (before: Plan, after: Plan) =>
  planDiff(before, after).map(({ kind, step }) => `${kind} ${step.args['person'] ?? step.args['city'] ?? step.action}`)

it('says nothing of what is the same', () => {
  expect(told(plan(meet('Ana', 540)), plan(meet('Ana', 540)))).toEqual(['same Ana'])
})

it('tells added, removed and retimed apart', () => {
  const before = plan(meet('Ana', 540), meet('Bo', 600), meet('Cy', 660))
  const after = plan(meet('Ana', 540), meet('Cy', 690), meet('Di', 720))

  expect(told(before, after)).toEqual(['same Ana', 'removed Bo', 'retimed Cy', 'added Di'])
})

it('knows a step that has moved', () => {
  const before = plan(meet('Ana', 540), meet('Bo', 600), meet('Cy', 660))
  const after = plan(meet('Cy', 540), meet('Ana', 600), meet('Bo', 660))

  expect(told(before, after).filter((one) => one.startsWith('moved'))).toHaveLength(1)
  expect(told(before, after).some((one) => /added|removed/.test(one))).toBe(false)
})

it('takes the meeting of a calendar on another day for the same', () => {
  const at = (day: string): Plan => ({
    domain: 'calendar',
    steps: [{ action: 'meet', args: { day, startMin: 540, endMin: 570 } }],
  })

  expect(planDiff(at('Monday'), at('Friday'))).toMatchObject([{ kind: 'retimed', before: { args: { day: 'Monday' } } }])
})
