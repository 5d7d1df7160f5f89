import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { calendarChart } from './calendar-chart.ts'
import { meetingChart } from './meeting-chart.ts'
import { tripChart } from './trip-chart.ts'

function planOf(events: readonly RunEvent[]) {
  const run = events.reduce(reduceRun, emptyRunView)
  if (run.plan === undefined) throw new Error('the recorded run has no plan')
  return { plan: run.plan, facts: factsOf(run).map((one) => one.fact) }
}

describe('pictures of plans', () => {
  it('a calendar has a lane for each person, taken times, and the proposed time over all', () => {
    const { facts, plan } = planOf(recordedRuns.solved)
    const chart = calendarChart(plan, facts)

    expect(chart?.lanes.map((lane) => [lane.name, lane.spans.length])).toEqual([
      ['Ines', 2],
      ['Tobias', 2],
      ['Priya', 1],
    ])
    expect(chart).toMatchObject({ from: 540, to: 1050, band: { from: 720, to: 750 } })
  })

  it('a taken time of another day is left out', () => {
    const { plan } = planOf(recordedRuns.solved)
    const chart = calendarChart(plan, [{ predicate: 'busy', args: ['Ana', 'Friday', 540, 600] }])

    expect(chart?.lanes).toEqual([])
  })

  it('a trip has its cities in order, linked on the days of flights', () => {
    const { facts, plan } = planOf(recordedRuns.trip)
    const chart = tripChart(plan, facts)

    expect(chart?.lanes.map((lane) => lane.name)).toEqual(['Zagreb', 'Sarajevo', 'Skopje', 'Tirana'])
    expect(chart?.links.map((link) => link.from.at)).toEqual([4.5, 6.5, 8.5])
    expect(chart?.lanes.at(-1)?.spans).toContainEqual(expect.objectContaining({ kind: 'asked', from: 8, to: 13 }))
  })

  it('a day of meetings has a lane for each person, met or not', () => {
    const { facts, plan } = planOf(recordedRuns.meeting)
    const more = [...facts, { predicate: 'available', args: ['Farid', 'Museum', 600, 610] }]
    const chart = meetingChart(plan, more)

    expect(chart?.lanes.map((lane) => lane.name)).toEqual(['Carla', 'Dmitri', 'Elena', 'Farid'])
    expect(chart?.lanes.at(-1)?.spans.map((span) => span.kind)).toEqual(['open'])
  })
})
