import { expect, test } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { Fact } from '../../planning/fact.ts'
import { generateCalendar } from './generate.ts'
import { lintCalendar } from './lint.ts'

const fact = (predicate: string, ...args: Fact['args']): Fact => ({ predicate, args })
const whole = [fact('participant', 'Ana'), fact('duration', 60), fact('work_hours', 540, 1020), fact('day', 'Monday')]
const codes = (...facts: Fact[]) => lintCalendar(facts).map(({ severity, code }) => `${severity} ${code}`)
const without = (predicate: string) => whole.filter((each) => each.predicate !== predicate)

test('nothing is said about a whole problem', () => {
  expect(codes(...whole, fact('busy', 'ana', 'Monday', 540, 600))).toEqual([])
})

test.each<[string, Fact[]]>([
  ['error missing-duration', without('duration')],
  ['error missing-day', without('day')],
  ['warning missing-day', [...without('day'), fact('busy', 'Ana', 'Friday', 540, 600)]],
  ['warning missing-work-hours', without('work_hours')],
  ['warning missing-participant', without('participant')],
  ['error contradiction', [...whole, fact('duration', 30)]],
  ['error contradiction', [...whole, fact('work_hours', 1020, 1080)]],
  ['error contradiction', [...whole, fact('earliest'), fact('latest')]],
  ['error empty-interval', [...whole, fact('busy', 'Ana', 'Monday', 600, 540)]],
  ['doubt unknown-person', [...whole, fact('busy', 'Zoe', 'Monday', 540, 600)]],
  ['warning unknown-day', [...whole, fact('not_on', 'Ana', 'Friday')]],
  ['error wrong-argument', [...whole, fact('busy', 'Ana', 'Monday', 540, 9999)]],
  ['error wrong-arity', [...whole, fact('busy', 'Ana')]],
  ['error unknown-predicate', [...whole, fact('colour', 'red')]],
])('complains: %s', (complaint, facts) => {
  expect(codes(...facts)).toContain(complaint)
})

test('words for the group and the speaker are no strangers', () => {
  expect(codes(...whole, fact('busy', 'Everyone', 'Monday', 540, 600), fact('not_on', 'I', 'Monday'))).toEqual([])
})

test('random problems are well formed', () => {
  for (let seed = 0; seed < 300; seed++) {
    const errors = lintCalendar(generateCalendar(createRandom(seed), seed / 300)).filter(
      (each) => each.severity === 'error',
    )
    expect(errors.filter(({ code }) => code !== 'empty-interval')).toEqual([])
  }
})
