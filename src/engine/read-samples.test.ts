import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSamples, type SampleSources } from './read-samples.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-samples-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** JSON Lines with a trip for each city. */
function write(name: string, cities: Readonly<Record<string, string>>): string {
  const file = join(folder, name)
  const lines = Object.entries(cities).map(([id, city]) => {
    const constraints = { stays: { [city]: 4 }, flights: [], events: [], totalDays: 4 }
    return JSON.stringify({ id, family: 'trip', text: `${city}!`, constraints, satisfiable: true, optimum: 1 })
  })
  writeFileSync(file, lines.join('\n'))
  return file
}

async function read(sources: Partial<SampleSources>, signal = new AbortController().signal) {
  const composed: string[] = []
  const onComposed = (done: number, of: number) => void composed.push(`${done} of ${of}`)
  const samples = await readSamples({ files: [], seed: 1, ...sources }, { onComposed, signal })
  return { composed, ids: samples.map(({ id }) => id), samples }
}

it('takes a problem once, however often its file is named', async () => {
  const file = write('twice.jsonl', { a: 'Turin', b: 'Rome' })

  expect((await read({ files: [file, file] })).ids).toEqual(['a', 'b'])
})

it('does not take a problem for another one of the same name, even where a limit leaves one of them out', async () => {
  const files = [write('one.jsonl', { a: 'Turin' }), write('other.jsonl', { a: 'Rome', b: 'Oslo', c: 'Graz' })]

  await expect(read({ files, limit: 1 })).rejects.toThrow('Two different problems are called "a".')
})

it('says in words that there is no file, or a folder', async () => {
  await expect(read({ files: [join(folder, 'none.json')] })).rejects.toThrow('there is no such file')
  await expect(read({ files: [folder] })).rejects.toThrow('it is a folder')
})

it('tells how far it is with composing', async () => {
  const { composed, ids } = await read({ generated: { kind: 'not-a-problem', count: 3, seed: 1 } })

  expect(composed).toEqual(['1 of 3', '2 of 3', '3 of 3'])
  expect(ids).toHaveLength(3)
})

it('stops composing when it is told to', async () => {
  const { ids } = await read({ generated: { kind: 'meeting', count: 1000, seed: 1 } }, AbortSignal.abort())

  expect(ids).toEqual([])
})
