import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGgufHeader } from './gguf-header.ts'
import { chatMlTemplate, writeTinyGguf } from './test/tiny-gguf.ts'

const folder = mkdtempSync(join(tmpdir(), 'planwright-gguf-'))
const file = join(folder, 'tiny.gguf')
let bytes: Buffer

beforeAll(() => {
  writeTinyGguf(file, { chatTemplate: chatMlTemplate, type: 'q8_0', name: 'Tiny' })
  bytes = readFileSync(file)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function statusOf(content: Buffer): Promise<string> {
  const path = join(folder, 'other.gguf')
  writeFileSync(path, content)
  return (await readGgufHeader(path)).status
}

describe('the header of a model file', () => {
  it('says what the model is', async () => {
    expect(await readGgufHeader(file)).toMatchObject({
      status: 'read',
      header: {
        architecture: 'llama',
        name: 'Tiny',
        license: 'mit',
        quantization: 'Q8_0',
        parameters: 127_808,
        contextTokens: 512,
        chatTemplate: chatMlTemplate,
        layers: 2,
        width: 64,
        headWidth: 16,
        vocabulary: 356,
        sizeBytes: bytes.length,
      },
    })
  })

  it('tells a missing file and a folder apart', async () => {
    expect((await readGgufHeader(join(folder, 'nowhere.gguf'))).status).toBe('not-found')
    expect((await readGgufHeader(folder)).status).toBe('unreadable')
  })

  it('tells foreign, old and cut-off files apart', async () => {
    const old = Buffer.from(bytes)
    old.writeUInt32LE(1, 4)

    expect(await statusOf(Buffer.from('{"model": 1}'))).toBe('foreign')
    expect(await statusOf(Buffer.from('GG'))).toBe('foreign')
    expect(await statusOf(old)).toBe('unsupported')
    expect(await statusOf(Buffer.alloc(0))).toBe('truncated')
    expect(await statusOf(bytes.subarray(0, 500))).toBe('truncated')
    expect(await statusOf(bytes.subarray(0, -64))).toBe('truncated')
  })

  it('reads on where the header is longer than the first bytes', async () => {
    const template = '{# '.padEnd(600_000, 'x')
    const long = join(folder, 'long.gguf')
    writeTinyGguf(long, { chatTemplate: template })

    expect(await readGgufHeader(long)).toMatchObject({ status: 'read', header: { chatTemplate: template } })
  })

  it('never throws, whatever bytes are changed', async () => {
    const changes = fc.array(fc.tuple(fc.nat(9000), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const noisy = Buffer.from(bytes)
        for (const [at, value] of changed) noisy[at] = value

        expect(['read', 'foreign', 'unsupported', 'truncated', 'corrupt']).toContain(await statusOf(noisy))
      }),
    )
  })
})
