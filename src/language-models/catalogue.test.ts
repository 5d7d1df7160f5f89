import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalogue, resolveModel } from './catalogue.ts'
import { chatMlTemplate, writeTinyGguf } from './test/tiny-gguf.ts'

const folder = mkdtempSync(join(tmpdir(), 'planwright-catalogue-'))
const places = { shipped: join(folder, 'shipped'), home: join(folder, 'home') }

beforeAll(() => {
  mkdirSync(places.shipped)
  mkdirSync(join(places.home, 'models'), { recursive: true })
  for (const quantization of ['f16', 'q4_0', 'q8_0']) {
    writeTinyGguf(join(places.shipped, `planwright-nano-${quantization}.gguf`), { type: 'q8_0' })
  }
  writeFileSync(join(places.shipped, 'checksums.json'), '{"planwright-nano-q8_0.gguf": "abc"}')
  writeTinyGguf(join(places.home, 'models', 'mine.gguf'), { chatTemplate: chatMlTemplate, name: 'Mine' })
  writeFileSync(join(places.home, 'models', 'broken.gguf'), 'no model')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the catalogue of models', () => {
  it('lists the shipped models, the recommended one first, then the user’s', async () => {
    const { models } = await readCatalogue(places)

    expect(models.map(({ id, source }) => [id, source])).toEqual([
      ['planwright-nano-q8_0', 'shipped'],
      ['planwright-nano-q4_0', 'shipped'],
      ['planwright-nano-f16', 'shipped'],
      ['mine', 'user'],
    ])
    expect(models[0]).toMatchObject({ expectedSha256: 'abc', contextTokens: 512, isChat: false })
    expect(models[3]).toMatchObject({ name: 'Mine', quantization: 'F32', isChat: true })
    expect(models[3]?.memoryBytes).toBeGreaterThan(models[3]?.sizeBytes ?? 0)
  })

  it('tells what is wrong with a file that is no model', async () => {
    const { broken } = await readCatalogue(places)

    expect(broken).toMatchObject([{ id: 'broken', message: 'broken.gguf is not a GGUF model.' }])
  })

  it('is empty where nothing is installed', async () => {
    expect(await readCatalogue({ shipped: join(folder, 'nowhere') })).toEqual({ models: [], broken: [] })
  })

  it('finds a model by id and by path', async () => {
    const path = join(places.home, 'models', 'mine.gguf')

    expect(await resolveModel('mine', places)).toMatchObject({ status: 'found', entry: { source: 'user' } })
    expect(await resolveModel(path, places)).toMatchObject({ status: 'found', entry: { source: 'path', file: path } })
  })

  it('names the models there are where one is unknown', async () => {
    const answer = await resolveModel('other', places)

    expect(answer).toMatchObject({ status: 'not-found', wayOut: expect.stringContaining('planwright-nano-q8_0') })
    expect((await resolveModel('broken', places)).status).toBe('not-found')
    expect((await resolveModel(join(folder, 'no.gguf'), places)).status).toBe('not-found')
  })
})
