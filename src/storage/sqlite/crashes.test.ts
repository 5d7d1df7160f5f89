import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRandom } from '../../base/random.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { createSqliteStore } from './sqlite-store.ts'
import { openToWrite } from './store-database.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-crash-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const event = (seq: number): RunEvent => ({ seq, time: 5, type: 'domain', domain: 'trip', confidence: 0.5 })

it('loses nothing acknowledged, wherever file and log are torn', { timeout: 120_000 }, () => {
  const random = createRandom(4)
  const file = join(folder, 'runs.sqlite')
  const database = openToWrite(file)
  /** How long the log was when each event was acknowledged. */
  const acknowledged: number[] = []
  for (let seq = 0; seq < 120; seq++) {
    database.write([{ kind: 'events', runId: `run-${seq % 7}`, events: [event(seq)] }])
    acknowledged.push(statSync(`${file}-wal`).size)
  }
  const whole = acknowledged.at(-1) ?? 0

  for (let point = 0; point < 500; point++) {
    const torn = join(folder, 'torn')
    rmSync(torn, { recursive: true, force: true })
    mkdirSync(torn)
    const copy = join(torn, 'runs.sqlite')
    copyFileSync(file, copy)
    copyFileSync(`${file}-wal`, `${copy}-wal`)
    const cut = random.integer(0, whole)
    truncateSync(`${copy}-wal`, cut)

    const reopened = openToWrite(copy)
    const kept = Array.from({ length: 7 }, (_, run) => reopened.runs.read(`run-${run}`) ?? []).flat()
    const seen = new Set(kept.map(({ seq }) => seq))
    acknowledged.forEach((length, seq) => {
      if (length <= cut) expect(seen.has(seq), `event ${seq} at ${cut} of ${whole} bytes`).toBe(true)
    })
    reopened.write([{ kind: 'events', runId: 'run-9', events: [event(0)] }])
    reopened.close()
  }
  database.close()
})

it('keeps what was acknowledged by a process that is killed, and lets the next one write', {
  timeout: 60_000,
}, async () => {
  const main = fileURLToPath(new URL('../test/append-forever.ts', import.meta.url))
  for (const [round, patienceMs] of [0, 1, 3, 10, 30, 100].entries()) {
    const child = spawn(process.execPath, [main, folder, `run-${round}`], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
    })
    await once(child.stdout, 'data')
    await sleep(patienceMs)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const last = said.split('\n').at(-2)

    const store = createSqliteStore({ home: folder, now: () => 0, onSetAside: () => {} })
    const kept = (await store.runs.read(`run-${round}`)) ?? []
    expect(kept.length).toBeGreaterThan(Number(last))
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index))
    await store.runs.append('run-after', [event(round)])
    await store.close()
  }
})
