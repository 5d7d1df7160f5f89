import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycles, readImports } from './import-graph.ts'
import { judgeEdge, readImportTable } from './import-table.ts'
import { filesUnder, isTestFile, projectRoot } from './project-files.ts'

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')
const table = readImportTable(read('src/README.md'))
const code = ['src', 'renderer', 'electron'].flatMap(filesUnder).filter((file) => /\.tsx?$/.test(file))
const edges = code.flatMap((file) => readImports(file, read(file)))

/** The packages that a seam hides, and the one place that may know them. */
const adaptedPackages: Readonly<Record<string, string>> = {
  electron: 'electron/',
  'node-llama-cpp': 'src/language-models/llama-cpp/',
  react: 'renderer/',
  'react-dom': 'renderer/',
  'tau-prolog': 'src/prolog/tau/',
}

describe('the house', () => {
  it('has only rooms that the table of src/README.md names', () => {
    const folders = readdirSync(path.join(projectRoot, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)

    expect(folders.filter((folder) => !table.rooms.has(folder))).toEqual([])
  })

  it('keeps no code outside the rooms', () => {
    const loose = code.filter((file) => /^src\/[^/]+$/.test(file))

    expect(loose).toEqual(['src/vitest.config.ts'])
  })

  it('has only the imports that the table of src/README.md permits', () => {
    const broken = edges.flatMap((edge) => {
      const why = judgeEdge(table, edge)
      return why === undefined ? [] : [`${edge.from} → ${edge.to}: ${why}`]
    })

    expect(broken).toEqual([])
  })

  it('lets nothing but the engine and tests reach the reference readers of evaluation', () => {
    const importers = edges.filter(({ to }) => to.startsWith('src/evaluation/')).map(({ from }) => from)
    const others = importers.filter((file) => !/^src\/(evaluation|engine)\//.test(file) && !isTestFile(file))

    expect(others).toEqual([])
  })

  it('hides adapted packages behind their seams', () => {
    const leaks = edges
      .filter(
        ({ from, to }) =>
          adaptedPackages[to] !== undefined && !from.startsWith(adaptedPackages[to]) && !isTestFile(from),
      )
      .map(({ from, to }) => `${from} → ${to}`)

    expect(leaks).toEqual([])
  })

  it('has no import cycles', () => {
    expect(findCycles(edges).map((cycle) => cycle.join(' → '))).toEqual([])
  })

  it('keeps files small', () => {
    const places = ['src', 'renderer', 'electron', 'e2e', 'models', 'datasets', '.launch', '.ci']
    const measured = places
      .flatMap(filesUnder)
      .filter((file) => /\.(tsx?|m?js|py|pl|css)$/.test(file) && !file.includes('.generated.'))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1, limit: isTest(file) ? 600 : 400 }))

    const long = measured.filter(({ file, lines }) => lines > 300 && !isTest(file))
    for (const { file, lines } of long) process.stderr.write(`over 300 lines: ${file} (${lines})\n`)

    expect(measured.filter(({ lines, limit }) => lines > limit)).toEqual([])
  })

  it('knows the place of shared data sets in one file only', () => {
    const name = ['..', 'shared'].join('/')
    const isText = (file: string) => /\.(gguf|png|woff2?|ico|icns)$/.test(file) === false
    const small = (file: string) => statSync(path.join(projectRoot, file)).size < 2_000_000
    const naming = filesUnder('').filter((file) => isText(file) && small(file) && read(file).includes(name))

    expect(naming).toEqual(['.ci/run'])
  })
})

function isTest(file: string): boolean {
  return isTestFile(file) || /(^|\/)(test_|conftest)[^/]*\.py$/.test(file) || file.startsWith('e2e/')
}
