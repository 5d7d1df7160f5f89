import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeControlModel } from './control-model.ts'
import { runEvaluation } from './evaluate.ts'
import { createNodeEngine } from './node-engine.ts'
import { findProjectRoot } from './project-root.ts'

const shipped = join(findProjectRoot(import.meta.url), 'models', 'planwright-nano', 'planwright-nano-f16.gguf')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planwright-control-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** It writes every answer to its limit, which takes a slow machine a minute. */
const timeout = 5 * 60_000

/** The control: if this solved anything, the grammar or the code would be doing the translating, not the model. */
it.each(['calendar', 'trip', 'meeting'])(
  'a model of the same shape that learnt nothing solves no %s',
  { timeout },
  async (kind) => {
    const out = join(folder, kind)
    const model = await writeControlModel(shipped, out)

    await runEvaluation({
      files: [],
      generated: { kind, count: 3, seed: 5 },
      models: [model],
      seed: 1,
      repairs: 0,
      out,
      openEngine: () => createNodeEngine({ home: folder }),
      onProgress: () => {},
      signal: new AbortController().signal,
    })

    const predictions = (await readFile(join(out, 'predictions.jsonl'), 'utf8')).trim().split('\n')
    expect(predictions).toHaveLength(3)
    expect(predictions.filter((line) => /"valid":\s*true/.test(line))).toEqual([])
  },
)
