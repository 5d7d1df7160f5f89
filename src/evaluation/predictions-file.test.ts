import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPredictions, withClearErrors } from './predictions-file.ts'
import { predictionWith } from './test/prediction.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'planwright-predictions-')), 'made', 'here')
  file = join(folder, 'predictions.jsonl')
})
afterEach(() => {
  rmSync(join(folder, '..', '..'), { recursive: true, force: true })
})

async function write(...ids: readonly string[]): Promise<void> {
  const predictions = await openPredictions(folder)
  for (const id of ids) await predictions.add(predictionWith({ id }))
  await predictions.close()
}

it('keeps each prediction as a line, and knows them when it is opened again', async () => {
  await write('a', 'b')
  const predictions = await openPredictions(folder)

  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3)
  expect(predictions.has('a', 'nano')).toBe(true)
  expect(predictions.has('a', 'other')).toBe(false)
  expect(predictions.has('c', 'nano')).toBe(false)
  await predictions.close()
})

it('cuts off a torn last line and goes on', async () => {
  await write('a')
  appendFileSync(file, '{"id":"b","mod')
  await write('b')

  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['a', 'b'])
})

it('reads what earlier versions wrote, which knew neither confidence nor checksums', async () => {
  await write('a')
  const { confidence, modelSha256, textSha256, ...earlier } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, `${JSON.stringify(earlier)}\n`)
  const predictions = await openPredictions(folder)

  expect([confidence, modelSha256, textSha256]).not.toContain(undefined)
  expect(predictions.has('a', 'nano')).toBe(true)
  expect(predictions.predictions[0]).toMatchObject({ confidence: null, modelSha256: null, textSha256: null })
  await predictions.close()
})

it('names any other line that it can not read, and leaves the file alone', async () => {
  await write('a', 'b')
  const text = readFileSync(file, 'utf8').replace('"id":"a"', '"id":3')
  writeFileSync(file, text)

  await expect(openPredictions(folder)).rejects.toThrow(`${file}, line 1 is no prediction`)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

it('says in words that a disk is full', async () => {
  const full = async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  }

  await expect(withClearErrors(folder, full)).rejects.toMatchObject({
    code: 'io',
    message: `The disk is full: nothing more fits into ${folder}.`,
  })
})

it('says in words that a folder is none', async () => {
  const here = join(folder, '..')
  writeFileSync(join(here, '..', 'made-file'), '')

  await expect(openPredictions(join(here, '..', 'made-file'))).rejects.toMatchObject({ code: 'io' })
})
