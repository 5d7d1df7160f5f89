import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { earlierPeaks } from './earlier-peaks.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-peaks-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('knows what the last report says of each model that was measured', async () => {
  const peakMemory = { bytes: 5, measure: 'pss' }
  const models = [
    { model: 'nano', peakMemory, tasks: [] },
    { model: 'other', peakMemory: null },
  ]
  writeFileSync(join(folder, 'report.json'), JSON.stringify({ models }))

  expect([...(await earlierPeaks(folder))]).toEqual([['nano', peakMemory]])
})

it('knows nothing where there is no report, or a broken one', async () => {
  writeFileSync(join(folder, 'report.json'), '{"models":')

  expect((await earlierPeaks(folder)).size).toBe(0)
  expect((await earlierPeaks(join(folder, 'nowhere'))).size).toBe(0)
})
