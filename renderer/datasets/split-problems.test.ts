import { expect, it } from 'vitest'
import { splitProblems } from './split-problems.ts'

it('takes a line of dashes for the border between two problems', () => {
  expect(splitProblems('Meet Ana.\nOn Monday.\n\n---\nA trip.\n-----\n')).toEqual(['Meet Ana.\nOn Monday.', 'A trip.'])
})

it('leaves dashes inside a line alone', () => {
  expect(splitProblems('Rome --- Oslo')).toEqual(['Rome --- Oslo'])
  expect(splitProblems('  \n')).toEqual([])
})
