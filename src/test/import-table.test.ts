import { describe, expect, it } from 'vitest'
import { judgeEdge, readImportTable } from './import-table.ts'

const page = [
  '## 3. Rooms of `src/`',
  '| folder | what lives there | may import |',
  '|---|---|---|',
  '| `base/` | errors | nothing |',
  '| `domains/<name>/` | one folder each: `facts.ts` | base |',
  '| `models/` | `contract/`, adapters | base |',
  '| `pipeline/` | runs | models/contract, base |',
  '| `engine/` | root | all of the above |',
  '',
  '`renderer/` imports `src/models/contract`,',
  '`src/base`. `electron/` imports `src/engine`, `src/base`.',
  '## 4. Processes',
].join('\n')

const table = readImportTable(page)
const judge = (from: string, to: string) => judgeEdge(table, { from, to, isPackage: false })

describe('readImportTable', () => {
  it('reads rooms and shells from the page', () => {
    expect(Object.fromEntries(table.rooms)).toEqual({
      base: [],
      domains: ['base'],
      models: ['base'],
      pipeline: ['models/contract', 'base'],
      engine: ['base', 'domains', 'models', 'pipeline'],
    })
    expect(Object.fromEntries(table.shells)).toEqual({
      renderer: ['models/contract', 'base'],
      electron: ['engine', 'base'],
    })
  })
})

describe('judgeEdge', () => {
  it.each([
    ['src/pipeline/run.ts', 'src/base/clock.ts'],
    ['src/pipeline/run.ts', 'src/models/contract/language-model.ts'],
    ['src/engine/engine.ts', 'src/pipeline/run.ts'],
    ['src/domains/registry.ts', 'src/domains/trip/facts.ts'],
    ['src/base/id.test.ts', 'src/engine/engine.ts'],
    ['renderer/app.tsx', 'src/base/id.ts'],
    ['electron/main.ts', 'src/engine/engine.ts'],
  ])('permits %s → %s', (from, to) => {
    expect(judge(from, to)).toBeUndefined()
  })

  it.each([
    ['src/base/id.ts', 'src/engine/engine.ts'],
    ['src/pipeline/run.ts', 'src/models/llama/host.ts'],
    ['src/models/contract/language-model.ts', 'src/models/llama/host.ts'],
    ['src/domains/trip/facts.ts', 'src/domains/calendar/facts.ts'],
    ['src/engine/engine.ts', 'src/models/test/fake.ts'],
    ['src/engine/engine.ts', 'electron/main.ts'],
    ['renderer/app.tsx', 'src/engine/engine.ts'],
    ['renderer/app.tsx', 'electron/main.ts'],
  ])('refuses %s → %s', (from, to) => {
    expect(judge(from, to)).toBeDefined()
  })
})
