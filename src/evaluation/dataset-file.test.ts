import { expect, it } from 'vitest'
import { readDataset } from './dataset-file.ts'
import { calendarRecord, meetingRecord, tripRecord } from './test/made-up-problems.ts'
import { runWith } from './test/sample-run.ts'

const records = { a: calendarRecord, b: tripRecord, c: meetingRecord }
const json = (value: unknown) => JSON.stringify(value, null, 2)
const wild = {
  id: 'w1',
  family: 'trip',
  text: 'Turin for four days.',
  constraints: { stays: { Turin: 4 }, flights: [], events: [], totalDays: 4 },
  satisfiable: true,
  optimum: 1,
}
const lines = (...all: unknown[]) =>
  `${all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}\n`

it('recognises the tasks of NATURAL PLAN by their fields', () => {
  const samples = readDataset('n.json', json(records))

  expect(samples.map(({ dataset, id, level, task }) => [id, dataset, task, level])).toEqual([
    ['a', 'natural-plan', 'calendar', '3 people, 3 days'],
    ['b', 'natural-plan', 'trip', '3 cities'],
    ['c', 'natural-plan', 'meeting', '2 people'],
  ])
})

it('judges an answer by what the prompt states and by the golden plan', () => {
  const [calendar] = readDataset('n.json', json(records))
  const right = { plan: { day: 'Monday', start: 810, end: 840 }, planText: calendarRecord.golden_plan }

  expect(calendar?.judge(runWith(right))).toEqual({ verdict: 'ok', why: '', exactMatch: true })
  expect(calendar?.judge(runWith())).toEqual({ verdict: 'invalid', why: 'clashes', exactMatch: false })
})

it('reads JSON Lines of problems with their constraints', () => {
  const [sample] = readDataset('w.jsonl', lines(wild))

  expect(sample).toMatchObject({ id: 'w1', dataset: 'wild', task: 'trip', level: '1 city', text: wild.text })
  const plan = [{ city: 'Turin', from: 1, to: 4 }]
  expect(sample?.judge(runWith({ plan }))).toEqual({ verdict: 'ok', why: '', exactMatch: null })
})

it.each([
  ['a line that is no JSON', lines(wild, '{"id": "w2", "family": "trip", '), 'f, line 2: '],
  ['a line that lacks something', lines(wild, wild, { ...wild, constraints: {} }), 'f, line 3: constraints.stays: '],
  ['JSON that breaks off', json(records).slice(0, -40), /^f, line \d\d+: /],
  ['a record that lacks its prompt', json({ ...records, x: { num_people: '3' } }), /^f, line \d\d+: x: /],
  [
    "a sentence that is not the benchmark's",
    json({ a: { ...tripRecord, prompt_0shot: 'Ho ho.' } }),
    'f, line 2: a: This is no sentence of the benchmark: "Ho ho."',
  ],
  ['no problems', '{}', 'f, line 1: there are no problems in it'],
  ['a list', '[]', 'f, line 1: neither NATURAL PLAN'],
  ['nothing', '\n\n', 'f, line 1: there are no problems in it'],
  ['no data set at all', 'Dear all,\nsee you!\n', 'f, line 1: neither NATURAL PLAN'],
])('names file and line of %s', (_, text, message) => {
  expect(() => readDataset('f', text)).toThrow(message)
})

it('takes a first line without a family for a broken line where the name says JSON Lines', () => {
  expect(() => readDataset('f.jsonl', lines({ id: 'w0', text: 'Turin.' }, wild))).toThrow('f.jsonl, line 1: family: ')
})

it('says where in the line the JSON breaks, and no other line number', () => {
  const broken = '{"id": "w2", "family": "trip", oops}'

  expect(() => readDataset('f', lines(wild, broken))).toThrow(/^f, line 2: no JSON: [^0-9]*, column 32$/)
})

it('reads what an editor on Windows has written', () => {
  expect(readDataset('w', `\uFEFF${lines(wild).replaceAll('\n', '\r\n')}`)).toMatchObject([{ id: 'w1' }])
})
