import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/planning/plan.ts'
import { quietSteps } from './quiet-steps.ts'

const plan = (...cities: string[]): Plan => ({
  domain: 'trip',
  steps: cities.map((city, index) => ({ action: 'stay', args: { city, fromDay: index, toDay: index + 1 } })),
})

describe('what is quiet in a picture', () => {
  it('is what every plan beside it has too', () => {
    expect([...quietSteps(plan('Oslo', 'Rome', 'Bari'), [plan('Oslo', 'Bari', 'Rome'), plan('Oslo', 'Rome')])]).toEqual(
      [0],
    )
  })

  it('is nothing where nothing differs, and nothing alone', () => {
    expect(quietSteps(plan('Oslo', 'Rome'), [plan('Oslo', 'Rome')]).size).toBe(0)
    expect(quietSteps(plan('Oslo'), []).size).toBe(0)
    expect(quietSteps(plan('Oslo'), [{ domain: 'meeting', steps: plan('Oslo').steps }]).size).toBe(0)
  })

  it('does not hang on the order in which arguments were written', () => {
    const one: Plan = {
      domain: 'trip',
      steps: [{ action: 'fly', args: { from: 'A', to: 'B' } }, ...plan('Oslo').steps],
    }
    const other: Plan = { domain: 'trip', steps: [{ action: 'fly', args: { to: 'B', from: 'A' } }] }

    expect([...quietSteps(one, [other])]).toEqual([0])
  })
})
