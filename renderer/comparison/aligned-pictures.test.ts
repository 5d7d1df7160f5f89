import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/planning/plan.ts'
import { emptyRunView } from '../run/run-view.ts'
import { alignedPictures } from './aligned-pictures.ts'
import type { Column, ColumnState } from './column.ts'

function column(key: number, plan: Plan | undefined, state: ColumnState = 'ended'): Column {
  return { key, modelId: `model-${key}`, state, runId: undefined, run: { ...emptyRunView, plan }, message: undefined }
}

function meeting(day: string, startMin: number): Plan {
  return { domain: 'calendar', steps: [{ action: 'meet', args: { day, startMin, endMin: startMin + 60 } }] }
}

describe('pictures side by side', () => {
  it('share the hours and days of all of them', () => {
    const pictures = alignedPictures([column(1, meeting('Tuesday', 480)), column(2, meeting('Monday', 1080))])

    expect(pictures.get(1)?.axis).toMatchObject({ days: ['Monday', 'Tuesday'], from: 480, to: 1140 })
    expect(pictures.get(2)?.axis).toEqual(pictures.get(1)?.axis)
  })

  it('leave out what has not ended', () => {
    const pictures = alignedPictures([column(1, meeting('Monday', 600)), column(2, meeting('Friday', 600), 'running')])

    expect([...pictures.keys()]).toEqual([1])
    expect(pictures.get(1)?.axis).toMatchObject({ days: ['Monday'] })
  })
})
