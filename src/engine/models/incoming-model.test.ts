import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AddEvent } from '../../api/models-contract.ts'
import { writeTinyGguf } from '../../language-models/test/tiny-gguf.ts'
import { addModel } from './add-model.ts'
import { bringIn } from './incoming-file.ts'
import { receiveModel } from './receive-model.ts'

let folder = ''
let home = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-incoming-'))
  home = join(folder, 'home')
  file = join(folder, 'tiny.gguf')
  writeTinyGguf(file, { type: 'q8_0' })
})
afterEach(() => rmSync(folder, { recursive: true }))

const models = () => (existsSync(join(home, 'models')) ? readdirSync(join(home, 'models')) : [])
const signal = new AbortController().signal

function add(path: string, named: { name?: string; takenIds?: string[]; tell?: (event: AddEvent) => void } = {}) {
  const { name, takenIds = [], tell = () => {} } = named
  return addModel({ file: path, name }, { home, takenIds }, { tell, signal })
}

describe('a model file of this machine', () => {
  it('is taken in under its own name, and stays where it was', async () => {
    expect(await add(file)).toMatchObject({ modelId: 'tiny', how: expect.stringMatching(/cloned|linked|copied/) })
    expect(models()).toEqual(['tiny.gguf'])
    expect(readFileSync(join(home, 'models', 'tiny.gguf')).equals(readFileSync(file))).toBe(true)
    expect(existsSync(file)).toBe(true)
  })

  it('is the file itself where it was named by a symbolic link', async () => {
    const link = join(folder, 'link.gguf')
    symlinkSync(file, link)
    await add(link)
    rmSync(link)

    expect(readFileSync(join(home, 'models', 'link.gguf')).equals(readFileSync(file))).toBe(true)
  })

  it('is there already where it is the very same', async () => {
    await add(file)
    const copy = join(folder, 'again', 'tiny.gguf')
    mkdirSync(join(folder, 'again'))
    writeFileSync(copy, readFileSync(file))

    expect(await add(file, { takenIds: ['tiny'] })).toEqual({ modelId: 'tiny', how: 'present' })
    expect(await add(copy, { takenIds: ['tiny'] })).toEqual({ modelId: 'tiny', how: 'present' })
  })

  it('never takes the place of another', async () => {
    await add(file)
    const other = join(folder, 'other', 'tiny.gguf')
    mkdirSync(join(folder, 'other'))
    writeTinyGguf(other, { type: 'q8_0', seed: 2 })
    const before = readFileSync(join(home, 'models', 'tiny.gguf'))

    await expect(add(other)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('tiny') })
    await expect(add(other, { name: 'TINY.gguf', takenIds: ['tiny'] })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(readFileSync(join(home, 'models', 'tiny.gguf')).equals(before)).toBe(true)
    expect(await add(other, { name: 'second.gguf', takenIds: ['tiny'] })).toMatchObject({ modelId: 'second' })
  })

  it.each([
    '../out.gguf',
    'a/b.gguf',
    'a\\b.gguf',
    '.gguf',
    'model.bin',
    'nul.gguf',
    'a\u0000.gguf',
    `${'a'.repeat(250)}.gguf`,
  ])('gets no name that leads elsewhere or that a disk refuses: %j', async (name) => {
    await expect(add(file, { name })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(models()).toEqual([])
  })

  it('is refused where it is cut off, is none, or is not there, and nothing stays behind', async () => {
    const cut = join(folder, 'cut.gguf')
    writeFileSync(cut, readFileSync(file).subarray(0, -64))
    const words = join(folder, 'words.gguf')
    writeFileSync(words, 'These are words.')

    await expect(add(cut)).rejects.toMatchObject({
      code: 'model-load',
      message: expect.stringMatching(/^cut.gguf is cut off/),
    })
    await expect(add(words)).rejects.toMatchObject({ code: 'model-load' })
    await expect(add(join(folder, 'nowhere.gguf'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(add(folder)).rejects.toMatchObject({ code: 'io' })
    expect(models()).toEqual([])
  })
})

describe('a model that is sent', () => {
  async function* inPieces(bytes: Buffer, size = 10_000) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const receive = (chunks: AsyncIterable<Uint8Array>, sizeBytes: number, given: AbortSignal = signal) =>
    receiveModel({ home, name: 'sent.gguf', takenIds: [] }, { chunks, sizeBytes, signal: given })

  it('lies in the folder when all of it has come', async () => {
    const bytes = readFileSync(file)

    expect(await receive(inPieces(bytes), bytes.length)).toEqual({ modelId: 'sent', how: 'received' })
    expect(readFileSync(join(home, 'models', 'sent.gguf')).equals(bytes)).toBe(true)
  })

  it('is ended with its first bytes where they are no model’s', async () => {
    let taken = 0
    async function* endless() {
      for (; taken < 1000; taken++) yield Buffer.from('no')
    }

    await expect(receive(endless(), 2000)).rejects.toMatchObject({ code: 'model-load' })
    expect(taken).toBeLessThan(1000)
    expect(models()).toEqual([])
  })

  it.each([
    ['shorter than announced', 1],
    ['longer than announced', -1],
  ])('leaves nothing behind where it is %s', async (_, more) => {
    const bytes = readFileSync(file)

    await expect(receive(inPieces(bytes), bytes.length + more)).rejects.toMatchObject({ code: 'io' })
    expect(models()).toEqual([])
  })

  it('is refused where all that was announced has come, and is no whole model', async () => {
    const cut = readFileSync(file).subarray(0, -64)

    await expect(receive(inPieces(cut), cut.length)).rejects.toMatchObject({
      code: 'model-load',
      message: expect.stringMatching(/^sent.gguf is cut off/),
    })
    expect(models()).toEqual([])
  })

  it('leaves nothing behind where it is cancelled', async () => {
    const bytes = readFileSync(file)
    const abort = new AbortController()
    async function* stopping() {
      yield bytes.subarray(0, 5000)
      abort.abort()
      await new Promise((resolve) => setTimeout(resolve, 20))
      yield bytes.subarray(5000)
    }

    await expect(receive(stopping(), bytes.length, abort.signal)).rejects.toThrow()
    expect(models()).toEqual([])
  })

  it('is refused where the disk has no room for it', async () => {
    await expect(receive(inPieces(Buffer.alloc(1)), 2 ** 52)).rejects.toMatchObject({
      code: 'io',
      message: expect.stringMatching(/GB are free/),
    })
  })
})

describe('the folder of models', () => {
  it('is swept of what a process left that is gone, not of what others are bringing', async () => {
    mkdirSync(join(home, 'models'), { recursive: true })
    const part = (pid: number) => `.big.gguf.${pid}-00ff00ff.part`
    writeFileSync(join(home, 'models', part(2 ** 22 + 7)), 'half')
    writeFileSync(join(home, 'models', part(process.pid)), 'half')
    await add(file)

    expect(models().sort()).toEqual([part(process.pid), 'tiny.gguf'].sort())
  })

  it('has one model where two are brought in under one name at once', async () => {
    const bring = (seed: number) =>
      bringIn({ home, name: 'same.gguf', takenIds: [] }, async (part) => writeTinyGguf(part, { type: 'q8_0', seed }))
    const results = await Promise.allSettled([bring(1), bring(2)])

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(models()).toEqual(['same.gguf'])
  })
})
