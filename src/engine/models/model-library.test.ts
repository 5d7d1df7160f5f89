import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chatMlTemplate, writeTinyGguf } from '../../language-models/test/tiny-gguf.ts'
import type { Engine } from '../engine.ts'
import { createNodeEngine } from '../node-engine.ts'

const shipped = 'planwright-nano-q8_0'
let folder = ''
let home = ''
let engine: Engine
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-library-'))
  home = join(folder, 'home')
  engine = await createNodeEngine({ home, tell: () => {} })
})
afterEach(async () => {
  await engine.dispose()
  rmSync(folder, { recursive: true })
})

const never = new AbortController().signal

async function addTiny(name = 'tiny', options: Parameters<typeof writeTinyGguf>[1] = {}): Promise<void> {
  const file = join(folder, `${name}.gguf`)
  writeTinyGguf(file, { type: 'q8_0', name: 'Tiny', contextTokens: 1024, chatTemplate: chatMlTemplate, ...options })
  await engine.models.add({ file, name: undefined }, { tell: () => {}, signal: never })
}

const load = (modelId: string, contextTokens?: number) =>
  engine.models.load({ modelId, contextTokens, onProgress: () => {} }, never)

describe('the details of a model', () => {
  it('are those of its header, with its memory as a sum', async () => {
    await addTiny()
    const details = await engine.models.details('tiny')

    expect(details).toMatchObject({
      status: 'readable',
      name: 'Tiny',
      source: 'user',
      facts: {
        architecture: 'llama',
        layers: 2,
        heads: 4,
        embeddingLength: 64,
        parameters: 127_808,
        quantization: 'Q8_0',
        contextTokens: 1024,
        license: 'mit',
        tokenizer: 'llama',
        vocabulary: 356,
        chatTemplate: chatMlTemplate,
      },
      warnings: [],
    })
    if (details.status !== 'readable') throw new Error('unreadable')
    const { buffersBytes, cacheBytes, contextTokens, processBytes, totalBytes, weightsBytes } = details.memory
    expect(contextTokens).toBe(1024)
    // Keys and values, two layers, 64 numbers of two bytes, for eight windows.
    expect(cacheBytes).toBe(2 * 2 * 64 * 2 * 1024 * 8)
    expect(totalBytes).toBe(weightsBytes + cacheBytes + buffersBytes + processBytes)
  })

  it('follow the context window, which is never larger than what it was trained for', async () => {
    await addTiny()
    const [half, most] = await Promise.all([engine.models.details('tiny', 512), engine.models.details('tiny', 9999)])

    expect([half, most].map((one) => one.status === 'readable' && one.memory.contextTokens)).toEqual([512, 1024])
  })

  it('warn of what this machine may not hold, and refuse nothing', async () => {
    await addTiny('wide', { contextTokens: 2 ** 30 })
    const details = await engine.models.details('wide', 2 ** 30)

    expect(details.status === 'readable' && details.warnings.map(({ kind }) => kind)).toEqual(['memory'])
  })
})

describe('a model', () => {
  it('is loaded, measured by its process, and unloaded', async () => {
    const stages = new Set<string>()
    const loaded = await engine.models.load(
      { modelId: shipped, contextTokens: undefined, onProgress: ({ stage }) => stages.add(stage) },
      never,
    )

    expect([...stages]).toEqual(['checking', 'checksum', 'loading', 'calibrating'])
    expect(loaded).toMatchObject({ id: shipped, contextTokens: 2048, backend: 'cpu' })
    expect(loaded.memoryBytes).toBeGreaterThan(20e6)
    expect(await engine.models.loaded()).toMatchObject([{ id: shipped }])
    await engine.models.unload(shipped)
    expect(await engine.models.loaded()).toEqual([])
  })

  it('is loaded anew for another context window', async () => {
    await addTiny()
    await load('tiny')

    expect(await load('tiny', 256)).toMatchObject({ contextTokens: 256 })
    expect(await engine.models.loaded()).toHaveLength(1)
  })

  it('whose process was killed is not in memory any more', async () => {
    await addTiny()
    await load('tiny')
    const [processId] = await engine.processIds()
    process.kill(processId ?? 0, 'SIGKILL')

    await expect.poll(() => engine.models.loaded()).toEqual([])
  })

  it('is the default until another choice or none', async () => {
    await addTiny()
    const defaults = async () => (await engine.listModels()).filter(({ isDefault }) => isDefault).map(({ id }) => id)
    await engine.models.setDefault('tiny')
    expect(await defaults()).toEqual(['tiny'])
    await engine.models.setDefault(null)

    expect(await defaults()).toEqual([])
    await expect(engine.models.setDefault('gpt')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes into the bin, unloaded, and comes back', async () => {
    await addTiny()
    await load('tiny')
    const key = await engine.models.remove('tiny')

    expect(await engine.models.loaded()).toEqual([])
    expect(existsSync(join(home, 'models', 'tiny.gguf'))).toBe(false)
    expect(await engine.models.bin()).toMatchObject([{ key, name: 'tiny.gguf' }])
    expect(await engine.models.putBack(key)).toBe('tiny')
    expect(await engine.models.bin()).toEqual([])
    expect((await engine.listModels()).some(({ id }) => id === 'tiny')).toBe(true)
  })

  it('comes back in no other’s place', async () => {
    await addTiny()
    const key = await engine.models.remove('tiny')
    await addTiny('tiny', { seed: 2 })

    await expect(engine.models.putBack(key)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await engine.models.bin()).toHaveLength(1)
    await expect(engine.models.putBack('../../etc')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('that comes with Planwright stays', async () => {
    await expect(engine.models.remove(shipped)).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('the ladder', () => {
  it('has the quantizations of one model by size, and what was measured of which', async () => {
    const measured = await engine.models.measure('planwright-nano-q4_0', { tell: () => {}, signal: never })
    await addTiny()
    const ladder = await engine.models.ladder(shipped)

    expect(measured).toMatchObject({
      count: 12,
      quantization: 'Q4_0',
      problems: expect.stringMatching(/^held-out 12 /),
    })
    expect(measured.tokensPerSecond).toBeGreaterThan(0)
    expect(measured.low).toBeLessThan(measured.correct / 12)
    expect(ladder.map(({ quantization }) => quantization)).toEqual(['Q4_0', 'Q8_0', 'F16'])
    expect(ladder.map(({ measurement }) => measurement)).toEqual([measured, null, null])
    expect(await engine.models.loaded()).toEqual([])
  })

  it('has nothing of a measurement that was cancelled', async () => {
    const abort = new AbortController()
    const measuring = engine.models.measure(shipped, {
      signal: abort.signal,
      tell: (progress) => progress.type === 'problem' && progress.done === 1 && abort.abort(new Error('enough')),
    })

    await expect(measuring).rejects.toThrow('enough')
    expect(existsSync(join(home, 'measurements')) && readdirSync(join(home, 'measurements'))).toBe(false)
    expect(await engine.models.loaded()).toEqual([])
  })
})
