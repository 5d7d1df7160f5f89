import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { matrixFilterSchema } from '../../api/comparisons-contract.ts'
import { createSqliteStore } from '../../storage/sqlite/sqlite-store.ts'
import type { Engine } from '../engine.ts'
import { createTestEngine } from '../test/test-engine.ts'

let home = ''
const engines: Engine[] = []
/** An engine on the same store as the one before. */
function open(): Engine {
  const store = createSqliteStore({ home, now: () => 0, onSetAside: () => {} })
  const { engine } = createTestEngine({ store })
  engines.push(engine)
  engine.comparisons.startQueue()
  return engine
}
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-comparison-'))
})
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.dispose()
  rmSync(home, { recursive: true, force: true })
})

const variant = (name: string) => ({ name, modelId: 'scripted', recipe: {} })
async function compare(engine: Engine, texts: readonly string[], size: { variants?: string[]; repeats?: number } = {}) {
  const { repeats = 1, variants = ['a', 'b'] } = size
  const { datasetId } = await engine.datasets.write('Mine', texts)
  const wanted = { name: 'First', datasetId, variants: variants.map(variant), repeats }
  return (await engine.comparisons.create(wanted)).comparisonId
}
const untilDone = (engine: Engine, id: string) =>
  vi.waitFor(async () => expect((await engine.comparisons.overview(id)).comparison.state).toBe('done'), 5_000)
const filter = (given: object = {}) => matrixFilterSchema.parse(given)

describe('a comparison', () => {
  it('runs every problem with every variant, and shows each as a cell', async () => {
    const engine = open()
    const id = await compare(engine, ['plan one', 'plan two'])
    await untilDone(engine, id)

    const rows = await engine.comparisons.rows(id, [1, 0])
    expect(rows.map(({ title }) => title)).toEqual(['plan two', 'plan one'])
    expect(rows[0]?.cells).toMatchObject([
      { done: 1, good: 1, outcome: 'consistent', line: 'Meet on Monday from 9:00 to 9:30.' },
      { done: 1, good: 1, outcome: 'consistent' },
    ])
    const { queue, variants } = await engine.comparisons.overview(id)
    expect(queue).toMatchObject({ done: 4, of: 4, current: null })
    expect(variants.map(({ done, good }) => [done, good.count])).toEqual([
      [2, 2],
      [2, 2],
    ])
  })

  it('counts repeats and different plans in one cell', async () => {
    const engine = open()
    const id = await compare(engine, ['plan'], { variants: ['a'], repeats: 3 })
    await untilDone(engine, id)

    const [row] = await engine.comparisons.rows(id, [0])
    expect(row?.cells).toMatchObject([{ done: 3, good: 3, plans: 1 }])
    expect((await engine.comparisons.cell(id, 0, 0)).runs).toHaveLength(3)
  })

  it('finds rows by words, by pattern and by what became of them', async () => {
    const engine = open()
    const id = await compare(engine, ['plan for Ana', 'plan for Ben'])
    await untilDone(engine, id)
    const find = async (given: object) => (await engine.comparisons.find(id, filter(given))).problems

    expect(await find({ text: 'ana' })).toEqual([0])
    expect(await find({ text: 'for (ana|ben)$', isRegex: true })).toEqual([0, 1])
    expect(await find({ onlyFailures: true })).toEqual([])
    expect(await find({ onlyDiffering: true })).toEqual([])
    expect(await find({ outcomes: ['consistent'], sort: { by: 'text', descending: true } })).toEqual([1, 0])
  })

  it('says what is wrong with a pattern, and gives up one that never ends', async () => {
    const engine = open()
    const id = await compare(engine, [`plan ${'a'.repeat(60)}!`])
    await untilDone(engine, id)

    expect((await engine.comparisons.find(id, filter({ text: '(', isRegex: true }))).complaint).toContain('(')
    expect((await engine.comparisons.find(id, filter({ text: '(a+)+$', isRegex: true }))).complaint).toBe(
      'This pattern takes too long.',
    )
  })

  it('is paused, cancelled and taken up again with nothing run twice', async () => {
    const engine = open()
    const id = await compare(engine, ['plan', 'wait', 'plan'], { variants: ['a'] })
    await vi.waitFor(async () => expect((await engine.comparisons.overview(id)).queue.current?.problem).toBe(1))
    await engine.comparisons.setState(id, 'cancelled')
    await vi.waitFor(async () => expect((await engine.comparisons.overview(id)).queue.current).toBeNull())
    const [done] = await engine.comparisons.rows(id, [0])

    await engine.comparisons.setState(id, 'running')
    await vi.waitFor(async () => expect((await engine.comparisons.overview(id)).queue.current?.problem).toBe(1))
    expect((await engine.comparisons.rows(id, [0]))[0]).toEqual(done)
    expect((await engine.comparisons.overview(id)).queue.done).toBe(1)
  })

  it('goes on after a restart, and says what was cut off', async () => {
    const engine = open()
    const id = await compare(engine, ['plan', 'wait'], { variants: ['a'] })
    await vi.waitFor(async () => expect((await engine.comparisons.overview(id)).queue.current?.problem).toBe(1))
    const first = (await engine.comparisons.rows(id, [0]))[0]?.cells[0]?.runId
    await engine.dispose()
    engines.splice(0)

    const later = open()
    await vi.waitFor(async () => expect((await later.comparisons.overview(id)).queue.current?.problem).toBe(1))
    expect((await later.comparisons.rows(id, [0]))[0]?.cells[0]?.runId).toBe(first)
  })

  it('says of each problem that its model is not here', async () => {
    const engine = open()
    const { datasetId } = await engine.datasets.write('Mine', ['plan'])
    const gone = { name: 'gone', modelId: 'gone', recipe: {} }
    const { comparisonId } = await engine.comparisons.create({ name: 'x', datasetId, variants: [gone], repeats: 1 })
    await untilDone(engine, comparisonId)

    expect((await engine.comparisons.rows(comparisonId, [0]))[0]?.cells).toMatchObject([
      { outcome: 'failed', line: 'There is no model called gone.' },
    ])
  })

  it('waits in the bin, and comes back from it', async () => {
    const engine = open()
    const id = await compare(engine, ['plan'])
    await untilDone(engine, id)
    await engine.comparisons.bin(id, true)
    expect((await engine.comparisons.list()).map(({ comparison }) => comparison.isBinned)).toEqual([true])

    await engine.comparisons.bin(id, false)
    expect((await engine.comparisons.overview(id)).comparison).toMatchObject({ isBinned: false, state: 'done' })
  })

  it('can only be begun on problems that are there', async () => {
    const engine = open()

    await expect(
      engine.comparisons.create({ name: 'x', datasetId: 'none', variants: [variant('a')], repeats: 1 }),
    ).rejects.toThrow('There is no dataset "none".')
  })
})
