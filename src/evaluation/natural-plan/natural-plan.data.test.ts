import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDataset } from '../dataset-file.ts'
import { mostMeetings } from '../meeting-constraints.ts'
import type { EvaluatedRun } from '../sample.ts'
import { mayMissDatasets, readDatasetText } from '../test/datasets.ts'
import { runWith } from '../test/sample-run.ts'
import { clockTime } from './unknown-sentence.ts'

const goldenSchema = z.record(z.string(), z.object({ golden_plan: z.union([z.string(), z.array(z.string())]) }))

/** Golden plans in the form that plans are judged in. */
const planReaders: Readonly<Record<string, (golden: string) => unknown>> = {
  calendar: (golden) => {
    const [, day, start = '', end = ''] = /: (\w+), (\S+) - (\S+)/.exec(golden) ?? []
    return { day, start: clockTime(start), end: clockTime(end) }
  },
  trip: (golden) =>
    [...golden.matchAll(/\*\*Day (\d+)-(\d+):\*\* .*?[vV]isit (\w+) for/g)].map(([, from, to, city]) => ({
      city,
      from: Number(from),
      to: Number(to),
    })),
  meeting: (golden) =>
    [...golden.matchAll(/You meet (\w+) for \d+ minutes from (\S+M) to (\S+M)\./g)].map(
      ([, person, from = '', to = '']) => ({
        person,
        start: clockTime(from),
        end: clockTime(to),
      }),
    ),
}

describe.skipIf(mayMissDatasets)('NATURAL PLAN', () => {
  it.each([
    ['calendar_scheduling.json', 'calendar', 500],
    ['trip_planning.json', 'trip', 800],
    ['meeting_planning.json', 'meeting', 50],
  ])('%s is read whole, and every golden plan is valid and matches', (name, task, count) => {
    const text = readDatasetText('natural-plan', name)
    const golden = goldenSchema.parse(JSON.parse(text))
    const samples = readDataset(name, text)
    const judged = samples.map((sample) => {
      const plan = golden[sample.id]?.golden_plan ?? ''
      const answer = typeof plan === 'string' ? plan : `SOLUTION: ${plan.join(' ')}`
      const run: EvaluatedRun = runWith({ domain: task, plan: planReaders[task]?.(answer), planText: answer })
      return { id: sample.id, ...sample.judge(run) }
    })

    expect(samples).toHaveLength(count)
    expect(judged.filter(({ exactMatch, verdict }) => verdict !== 'ok' || exactMatch !== true)).toEqual([])
  })

  it('has no day of meetings on which one could meet more people than its golden plan', () => {
    const samples = readDataset('meetings', readDatasetText('natural-plan', 'meeting_planning.json'))
    const better = samples.filter(({ problem }) => {
      return problem?.task === 'meeting' && mostMeetings(problem.constraints, problem.travel) !== problem.optimum
    })

    expect(better.map(({ id }) => id)).toEqual([])
  })
})
