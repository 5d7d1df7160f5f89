import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRandom } from '../../base/random.ts'
import { createSqliteStore } from '../../storage/sqlite/sqlite-store.ts'
import { createTestEngine } from '../test/test-engine.ts'

/** `PLANWRIGHT_KILLS=200 npm run unit -- queue-kills` is the whole proof; every test run has a few. */
const kills = Number(process.env['PLANWRIGHT_KILLS'] ?? 6)
const jobs = 40 + kills * 2

let home = ''
const openStore = () => createSqliteStore({ home, now: Date.now, onSetAside: () => {} })
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'planwright-kills-'))
  const { engine } = createTestEngine({ store: openStore() })
  const texts = Array.from({ length: jobs }, (_, index) => `plan ${index}`)
  const { datasetId } = await engine.datasets.write('Many', texts)
  const variants = [{ name: 'only', modelId: 'scripted', recipe: {} }]
  await engine.comparisons.create({ name: 'All', datasetId, variants, repeats: 1 })
  await engine.dispose()
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Works until it is killed so many milliseconds after its first word; undefined: until all is done. */
async function work(killAfterMs: number | undefined, acknowledged: Map<string, string>): Promise<void> {
  const main = fileURLToPath(new URL('./test/work-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [main, home], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const over = once(lines, 'close')
  const begun = once(lines, 'line')
  lines.on('line', (line) => {
    const [problem, variant, repeat, runId] = line.split(' ')
    if (runId === undefined || problem === 'begins') return
    const key = `${problem} ${variant} ${repeat}`
    expect(acknowledged.has(key), `${key} was run twice`).toBe(false)
    acknowledged.set(key, runId)
  })
  if (killAfterMs !== undefined) {
    await begun
    await sleep(killAfterMs)
    child.kill('SIGKILL')
  }
  await Promise.all([exit, over])
}

it('loses nothing and runs nothing twice, however often its process is killed', {
  timeout: 60_000 + kills * 20_000,
}, async () => {
  const random = createRandom(7)
  const acknowledged = new Map<string, string>()
  for (let kill = 0; kill < kills; kill++) await work(random.integer(0, 300), acknowledged)
  const early = acknowledged.size
  await work(undefined, acknowledged)

  const store = openStore()
  const [comparison] = await store.comparisons.list()
  const started = await store.comparisons.jobs(comparison?.comparisonId ?? '')
  expect(comparison?.state).toBe('done')
  expect(early).toBeGreaterThan(0)
  expect(started).toHaveLength(jobs)
  for (const { cell, problem } of started) {
    const told = acknowledged.get(`${problem} 0 0`)
    if (told !== undefined) expect(cell?.runId, `problem ${problem}`).toBe(told)
  }
  const runs = await store.runs.list(100_000)
  expect(runs.filter(({ status }) => status === 'solved')).toHaveLength(jobs)
  // Each run has its end, also those that were cut off.
  expect(runs.filter(({ status }) => status === 'running')).toEqual([])
  await store.close()
})
