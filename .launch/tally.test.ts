import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPlaywright, readVitest } from './tally.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planwright-tally-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function fileWith(report: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('readVitest', () => {
  it('counts tests, and a file that could not be loaded as a failure', () => {
    const file = fileWith({
      testResults: [
        {
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a' },
            { status: 'failed', fullName: 'b' },
            { status: 'skipped', fullName: 'c' },
          ],
        },
        { status: 'failed', assertionResults: [] },
      ],
    })

    expect(readVitest(file)).toEqual({ passed: 1, failed: 2, skipped: ['c'] })
  })

  it('knows nothing where the runner left no results', () => {
    expect(readVitest(path.join(folder, 'missing.json'))).toBeUndefined()
  })
})

describe('readPlaywright', () => {
  it('counts tests in nested suites', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
    const file = fileWith({
      errors: [],
      suites: [
        {
          specs: [spec('a', 'expected')],
          suites: [{ specs: [spec('b', 'unexpected'), spec('c', 'flaky'), spec('d', 'skipped')] }],
        },
      ],
    })

    expect(readPlaywright(file)).toEqual({ passed: 2, failed: 1, skipped: ['d'] })
  })
})
