import { expect, it } from 'vitest'
import { errorClass } from './error-class.ts'
import type { EvaluatedRun, VerdictClass } from './sample.ts'
import { runWith } from './test/sample-run.ts'

const classOf = (verdict: VerdictClass, run: Partial<EvaluatedRun> = {}, why = '') =>
  errorClass({ task: 'calendar' }, runWith(run), { verdict, why, exactMatch: null })
const failed = { status: 'failed', runStatus: 'failed', steps: null } as const

it('has none for right answers', () => {
  expect([classOf('ok'), classOf('unsatisfiable-ok'), classOf('refused', failed)]).toEqual([null, null, null])
})

it('puts what differs only in its names into one class', () => {
  expect(classOf('invalid', {}, 'stay in Rome')).toBe(classOf('invalid', {}, 'stay in Oslo'))
  expect(classOf('invalid', {}, 'Wilma not there')).toBe('invalid plan: not there')
})

it('tells ways to fail apart', () => {
  const classes = [
    classOf('suboptimal'),
    classOf('false-solved'),
    classOf('false-unsatisfiable', { status: 'unsatisfiable' }),
    classOf('invalid', { domain: 'trip' }),
    classOf('failed', { ...failed, runStatus: 'incomplete' }),
    classOf('failed', { ...failed, isRefused: true, domain: null }),
    classOf('failed', { ...failed, runStatus: 'unknown' }),
    classOf('failed', { ...failed, domain: null, reason: 'No memory.' }),
    classOf('failed', { ...failed, steps: { domain: 'calendar', steps: [] } }),
  ]

  expect(classes).toEqual([
    'meets fewer people than one could',
    'a plan, but there is none',
    'called unsatisfiable, but there is a plan',
    'taken for a trip problem',
    'a draft: not translated whole, or not soundly',
    'not recognised as a planning problem',
    'solver reached its limit',
    'failed: No memory.',
    'plan rejected by the validator',
  ])
})
