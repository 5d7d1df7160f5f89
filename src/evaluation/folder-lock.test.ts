import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-lock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('keeps a second evaluation out of a folder until the first has ended', () => {
  const unlock = lockFolder(folder)

  expect(() => lockFolder(folder)).toThrow(`Another evaluation (process ${process.pid}) is writing into ${folder}.`)
  unlock()
  lockFolder(folder)()
})
