import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodeProcessHost } from '../../base/node-process-host.ts'
import type { LanguageModel } from '../contract/language-model.ts'
import type { LoadOptions, LoadRequest } from '../contract/model-host.ts'
import { fileSha256 } from '../file-checksum.ts'
import { collectCompletions, textOf } from '../test/collect-completions.ts'
import { describeLanguageModel } from '../test/language-model-conformance.ts'
import { chatMlTemplate, writeTinyGguf } from '../test/tiny-gguf.ts'
import { createLlamaCppHost } from './llama-cpp-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'planwright-models-'))
const file = join(folder, 'tiny.gguf')
const plain = join(folder, 'plain.gguf')
const never = () => new AbortController().signal
const host = createLlamaCppHost({ processes: createNodeProcessHost() })

beforeAll(() => {
  writeTinyGguf(file, { chatTemplate: chatMlTemplate })
  writeTinyGguf(plain, { type: 'q8_0' })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function load(options: LoadOptions = {}, path = file): Promise<LanguageModel> {
  const outcome = await host.load({ file: path, options: { threads: 1, ...options } }, never())
  if (outcome.status === 'failed') throw new Error(outcome.error.message)
  return outcome.model
}

async function failure(request: LoadRequest, from = host) {
  const outcome = await from.load(request, never())
  if (outcome.status === 'loaded') {
    await outcome.model.unload()
    throw new Error('It was loaded.')
  }
  return outcome.error
}

describeLanguageModel('a GGUF file in llama.cpp', () => load())

describe('a loaded model', () => {
  let model: LanguageModel
  beforeAll(async () => {
    model = await load()
  })
  afterAll(() => model.unload())

  it('says what it is', async () => {
    expect(model).toMatchObject({
      id: 'tiny',
      name: 'tiny random',
      file,
      backend: 'cpu',
      architecture: 'llama',
      quantization: 'F32',
      contextTokens: 512,
      chatTemplate: chatMlTemplate,
      sha256: await fileSha256(file),
      warnings: [],
    })
  })

  it('gives log-probabilities as they were before the grammar masked them', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const forced = letters.map((letter) => ({ prompt: 'x', grammar: `root ::= "${letter}"`, maxTokens: 1 }))
    const completions = await collectCompletions(model, forced)
    const logprobs = completions.map(([first]) => (first?.type === 'token' ? first.logprob : 0))
    const total = logprobs.reduce((sum, logprob) => sum + Math.exp(logprob), 0)
    const best = logprobs.indexOf(Math.max(...logprobs))
    const [free = []] = await collectCompletions(model, [{ prompt: 'x', grammar: 'root ::= [a-z]', maxTokens: 1 }])

    expect(completions.map(textOf)).toEqual(letters)
    expect(total).toBeLessThan(1)
    expect(free[0]).toMatchObject({ type: 'token', text: letters[best] })
    expect(free[0]?.type === 'token' && free[0].logprob).toBeCloseTo(logprobs[best] ?? 0, 2)
  })

  it('says what is wrong with a grammar, and works on', async () => {
    const [broken, fine] = await collectCompletions(model, [
      { prompt: 'x', grammar: 'root ::= "a', maxTokens: 4 },
      { prompt: 'x', grammar: 'root ::= "a"', maxTokens: 4 },
    ])

    expect(broken).toMatchObject([{ type: 'end', finishReason: 'error', message: expect.stringContaining('not GBNF') }])
    expect(textOf(fine)).toBe('a')
  })

  it('says that a prompt is too long for the context', async () => {
    const [completion] = await collectCompletions(model, [{ prompt: 'x'.repeat(600), maxTokens: 4 }])
    const message = 'The prompt has 601 tokens; the context window holds 512.'

    expect(completion).toMatchObject([{ finishReason: 'error', message: expect.stringContaining(message) }])
  })

  it('fills the context and no more', async () => {
    const request = { prompt: 'x'.repeat(500), grammar: 'root ::= [a-z]+', maxTokens: 100 }
    const [completion = []] = await collectCompletions(model, [request])
    const usage = completion.find((part) => part.type === 'usage')

    expect(completion.at(-1)).toMatchObject({ finishReason: 'length' })
    expect((usage?.promptTokens ?? 0) + (usage?.completionTokens ?? 0)).toBe(512)
  })

  it('answers prompts that begin alike as it answers each alone', async () => {
    const requests = ['a', 'ab', 'abc', 'abx', 'b'].map((end) => ({
      prompt: `the same beginning, long enough to count, ${end}`,
      grammar: 'root ::= [a-z]+',
      maxTokens: 12,
    }))
    const together = await collectCompletions(model, requests)
    const alone: string[] = []
    for (const request of requests) {
      await collectCompletions(model, [{ prompt: 'something else', maxTokens: 1 }])
      const [completion = []] = await collectCompletions(model, [request])
      alone.push(textOf(completion))
    }

    expect(together.map((parts) => textOf(parts))).toEqual(alone)
  })

  it('decodes characters of several bytes whole', async () => {
    const [completion] = await collectCompletions(model, [{ prompt: 'x', grammar: 'root ::= "é漢"', maxTokens: 9 }])

    expect(textOf(completion)).toBe('é漢')
  })

  it('lets a short batch pass a long one', async () => {
    const grammar = 'root ::= [a-z]+'
    const long = Array.from({ length: 80 }, () => ({ prompt: 'x', grammar, maxTokens: 60 }))
    const controller = new AbortController()
    const background = collectCompletions(model, long, controller.signal)
    await collectCompletions(model, [{ prompt: 'x', grammar, maxTokens: 2 }])
    controller.abort()

    expect((await background).map((parts) => parts.at(-1))).toContainEqual(
      expect.objectContaining({ finishReason: 'cancelled' }),
    )
  })
})

describe('the edges of loading', () => {
  it('keeps the context within what the model was trained for, and says so', async () => {
    const model = await load({ contextTokens: 4096 })
    await model.unload()

    expect(model.contextTokens).toBe(512)
    expect(model.warnings).toEqual([expect.stringContaining('512 tokens')])
  })

  it('calibrates its threads and reports every stage', async () => {
    const stages = new Set<string>()
    const onProgress = ({ stage }: { stage: string }) => void stages.add(stage)
    const outcome = await host.load({ file: plain, onProgress }, never())
    if (outcome.status === 'loaded') await outcome.model.unload()

    expect([...stages]).toEqual(['checking', 'checksum', 'loading', 'calibrating'])
  })

  it('refuses a conversation where the model has no chat template', async () => {
    const model = await load({}, plain)
    const [completion] = await collectCompletions(model, [
      { messages: [{ role: 'user', content: 'Hi' }], maxTokens: 4 },
    ])
    await model.unload()

    expect(completion).toMatchObject([{ finishReason: 'error', message: expect.stringContaining('no chat template') }])
  })

  it.each([
    ['a missing file', () => join(folder, 'nowhere.gguf'), 'not-found'],
    ['a foreign file', () => written('foreign.gguf', Buffer.from('PNG, not a model')), 'model-load'],
    ['an empty file', () => written('empty.gguf', Buffer.alloc(0)), 'model-load'],
    ['a file cut off in its header', () => written('head.gguf', readFileSync(file).subarray(0, 900)), 'model-load'],
    ['a file cut off in its weights', () => written('cut.gguf', readFileSync(file).subarray(0, -4000)), 'model-load'],
    ['a damaged header', () => written('damaged.gguf', damaged()), 'model-load'],
    ['an unknown architecture', () => written('strange.gguf', strange()), 'model-load'],
  ])('says what is wrong with %s and what to do', async (_, path, code) => {
    expect(await failure({ file: path() })).toMatchObject({ code, wayOut: expect.any(String) })
  })

  it('refuses a file that is not the published one', async () => {
    const error = await failure({ file, expectedSha256: 'f'.repeat(64) })

    expect(error.message).toContain('not the file that was published')
  })

  it('warns of a model that may not fit into memory, and loads it all the same', async () => {
    const small = createLlamaCppHost({ processes: createNodeProcessHost(), availableMemoryBytes: () => 1e6 })
    const outcome = await small.load({ file }, never())
    const model = outcome.status === 'loaded' ? outcome.model : undefined
    await model?.unload()

    expect(model?.warnings).toEqual([expect.stringMatching(/needs about \d+ MB of memory; 1 MB are free/)])
  })

  it('stops loading when it is cancelled', async () => {
    const controller = new AbortController()
    const onProgress = ({ stage }: { stage: string }) => stage === 'loading' && controller.abort()
    const outcome = await host.load({ file, onProgress }, controller.signal)

    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'cancelled' } })
  })

  it('survives the death of a model process', async () => {
    const model = await load()
    const other = await load()
    const requests = Array.from({ length: 20 }, () => ({ prompt: 'x', grammar: 'root ::= [a-z]+', maxTokens: 300 }))
    const ends: unknown[] = []
    let isKilled = false
    for await (const part of model.generate(requests, never())) {
      if (part.type === 'token' && !isKilled) {
        isKilled = true
        process.kill(model.processId ?? 0, 'SIGKILL')
      }
      if (part.type === 'end') ends.push(part)
    }
    const [afterwards] = await collectCompletions(other, [{ prompt: 'x', grammar: 'root ::= "a"', maxTokens: 4 }])
    await other.unload()

    expect(ends).toContainEqual(
      expect.objectContaining({ finishReason: 'error', message: expect.stringContaining('was killed') }),
    )
    expect(ends).toHaveLength(20)
    expect(textOf(afterwards)).toBe('a')
  })
})

function written(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function damaged(): Buffer {
  const bytes = Buffer.from(readFileSync(file))
  bytes.writeBigUInt64LE(2n ** 40n, 24)
  return bytes
}

function strange(): Buffer {
  const path = join(folder, 'copy.gguf')
  copyFileSync(file, path)
  const bytes = readFileSync(path)
  const at = bytes.indexOf(Buffer.from('llama'))
  bytes.write('strng', at, 'latin1')
  return bytes
}
