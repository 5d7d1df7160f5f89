import { describe, expect, it } from 'vitest'
import { findCycles, type ImportEdge, readImports } from './import-graph.ts'

const file = 'src/pipeline/run.ts'
const targets = (source: string) => readImports(file, source).map(({ to }) => to)
const edge = (from: string, to: string): ImportEdge => ({ from, to, isPackage: false })

describe('readImports', () => {
  it('sees every form of import', () => {
    const source = [
      "import { a } from './a.ts'",
      "import type { B } from '../planning/b.ts'",
      'import {',
      '  c,',
      "} from './c.ts'",
      "import './d.ts'",
      "export type { E } from './e.ts'",
      "export * from './f.ts'",
      "const g = await import('./g.ts')",
      "const worker = new URL('./h.ts', import.meta.url)",
    ].join('\n')

    expect(targets(source).sort()).toEqual(
      ['a', 'c', 'd', 'e', 'f', 'g', 'h']
        .map((name) => `src/pipeline/${name}.ts`)
        .concat('src/planning/b.ts')
        .sort(),
    )
  })

  it('names packages without their inner paths', () => {
    expect(targets("import { os } from '@orpc/server/ws'\nimport pl from 'tau-prolog/modules/lists.js'")).toEqual([
      '@orpc/server',
      'tau-prolog',
    ])
  })

  it('reads no imports out of comments and strings', () => {
    expect(targets("// import('./a.ts')\n * import { b } from './b.ts'\nconst c = Array.from('abc')")).toEqual([])
  })
})

describe('findCycles', () => {
  it('finds a round through three files', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('c', 'd')]

    expect(findCycles(edges)).toEqual([['a', 'b', 'c', 'a']])
  })

  it('takes two ways to one file for no cycle', () => {
    expect(findCycles([edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toEqual([])
  })
})
