import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-lock-'))
  file = join(folder, 'evaluation.lock')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('keeps a second evaluation out until the first has ended', async () => {
  const unlock = await lockFolder(folder)

  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'io', message: expect.stringContaining('Another') })
  await unlock()
  expect(existsSync(file)).toBe(false)
  await (await lockFolder(folder))()
})

it.each(['999999999\n', '', 'not a number'])('takes over what a process that is gone left behind: %j', async (left) => {
  writeFileSync(file, left)

  await (await lockFolder(folder))()
})
