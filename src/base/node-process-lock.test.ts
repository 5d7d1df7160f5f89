import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeProcessLock } from './node-process-lock.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-lock-'))
  file = join(folder, 'writer.lock')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('is held by one at a time, and says by whom', () => {
  const first = takeProcessLock(file)

  expect(first.status).toBe('taken')
  expect(takeProcessLock(file)).toEqual({ status: 'held', owner: process.pid })
  if (first.status === 'taken') first.release()
  const second = takeProcessLock(file)
  expect(second.status).toBe('taken')
  if (second.status === 'taken') second.release()
})

it('ends with its process, also where that is killed', async () => {
  const script = `const { takeProcessLock } = await import(${JSON.stringify(new URL('./node-process-lock.ts', import.meta.url).href)})
    console.log(takeProcessLock(process.argv[1]).status)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file])
  const [said] = await once(child.stdout, 'data')
  expect(String(said).trim()).toBe('taken')
  expect(takeProcessLock(file)).toEqual({ status: 'held', owner: child.pid })

  child.kill('SIGKILL')
  await once(child, 'exit')
  const after = takeProcessLock(file)
  expect(after.status).toBe('taken')
  if (after.status === 'taken') after.release()
})
