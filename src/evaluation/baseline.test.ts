import { expect, it } from 'vitest'
import { baselinesOf } from './baseline.ts'
import { sampleWith } from './test/sample.ts'
import { wildSample } from './wild/wild-sample.ts'

const wildLine = (id: string, busyTo: number) =>
  wildSample({
    id,
    family: 'calendar',
    text: 'Ana and I, an hour on Monday.',
    constraints: {
      participants: ['Ana'],
      days: ['Monday'],
      work: [540, 600],
      durationMin: 60,
      busy: busyTo === 0 ? [] : [{ who: 'Ana', day: 'Monday', start: 540, end: busyTo }],
      hard_preferences: [],
      objective: 'any',
    },
    satisfiable: busyTo === 0,
    optimum: null,
  })

it('counts the problems without a plan, task by task', () => {
  const samples = [
    sampleWith({ id: 'a' }),
    sampleWith({ id: 'b', satisfiable: false }),
    sampleWith({ id: 'c' }),
    sampleWith({ id: 'd', task: 'trip', satisfiable: false }),
    sampleWith({ id: 'e', task: 'trip', dataset: 'other' }),
  ]

  expect(baselinesOf(samples).map((one) => [one.dataset, one.task, one.alwaysUnsatisfiable])).toMatchObject([
    ['made-up', 'calendar', { count: 1, of: 3 }],
    ['made-up', 'trip', { count: 1, of: 1 }],
    ['other', 'trip', { count: 0, of: 1 }],
  ])
})

it("goes by the dataset's own judgement", () => {
  expect(baselinesOf([wildLine('a', 570), wildLine('b', 0)])).toMatchObject([
    { dataset: 'wild', task: 'calendar', alwaysUnsatisfiable: { count: 1, of: 2 } },
  ])
})
