import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../base/random.ts'
import { randomizeWeights } from './randomize-weights.ts'

const shipped = new URL('../../models/planwright-nano/', import.meta.url)
const fileOf = (quantization: string) => fileURLToPath(new URL(`planwright-nano-${quantization}.gguf`, shipped))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planwright-random-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.each(['f16', 'q8_0'])('draws every matrix of a %s file anew and leaves the rest', async (quantization) => {
  const to = join(folder, `${quantization}.gguf`)
  await randomizeWeights(fileOf(quantization), to, createRandom(1))

  const [before, after] = await Promise.all([readFile(fileOf(quantization)), readFile(to)])
  const changed = before.reduce((count, byte, at) => count + (byte === after[at] ? 0 : 1), 0)
  expect(after).toHaveLength(before.length)
  expect(changed / before.length).toBeGreaterThan(0.9)
  expect(after.subarray(0, 4096).equals(before.subarray(0, 4096))).toBe(true)
})

it('draws the same weights for the same seed', async () => {
  const files = [join(folder, 'a.gguf'), join(folder, 'b.gguf')]
  for (const file of files) await randomizeWeights(fileOf('q8_0'), file, createRandom(3))

  const [one, other] = await Promise.all(files.map((file) => readFile(file)))
  expect(other && one?.equals(other)).toBe(true)
})

it('says of what type the matrices are that it cannot draw', async () => {
  await expect(randomizeWeights(fileOf('q4_0'), join(folder, 'c.gguf'), createRandom(1))).rejects.toThrow('type 2')
})
