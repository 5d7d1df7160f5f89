import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { evaluateModel, type RunSample } from './evaluate.ts'
import { openPredictions } from './predictions-file.ts'
import type { EvaluatedRun, Sample } from './sample.ts'
import { runWith } from './test/sample-run.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-evaluate-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const samples: Sample[] = ['a', 'b', 'c'].map((id) => ({
  id,
  dataset: 'made-up',
  task: 'calendar',
  level: '',
  text: `problem ${id}`,
  judge: ({ attempts, status }) => ({
    verdict: status === 'failed' ? 'failed' : 'ok',
    why: '',
    exactMatch: attempts === 1,
  }),
}))

async function evaluate(run: RunSample, abort = new AbortController()) {
  const file = await openPredictions(folder)
  const onPrediction = () => {}
  try {
    const ended = await evaluateModel({ samples, model: 'nano', run, file, onPrediction, signal: abort.signal })
    return { ended, predictions: [...file.predictions] }
  } finally {
    await file.close()
  }
}

it('asks every problem once, and only the first one is cold', async () => {
  const asked: string[] = []
  const run: RunSample = async (text) => {
    asked.push(text)
    return runWith()
  }
  const { ended, predictions } = await evaluate(run)

  expect(ended).toBe(true)
  expect(asked).toEqual(['problem a', 'problem b', 'problem c'])
  expect(predictions.map(({ cold, id }) => [id, cold])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
  ])
})

it('goes on where it was stopped, and a cancelled problem leaves no answer', async () => {
  const abort = new AbortController()
  const first = await evaluate(async (text) => {
    if (text === 'problem b') abort.abort()
    return abort.signal.aborted ? undefined : runWith()
  }, abort)
  const asked: string[] = []
  const second = await evaluate(async (text) => {
    asked.push(text)
    return runWith()
  })

  expect(first.ended).toBe(false)
  expect(first.predictions.map(({ id }) => id)).toEqual(['a'])
  expect(asked).toEqual(['problem b', 'problem c'])
  expect(second.predictions.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('asks again with fewer repairs where repairs were made', async () => {
  const run: RunSample = async (_, { repairs }) => {
    if (repairs === undefined) return runWith({ attempts: 3 })
    return runWith({ attempts: repairs + 1, ...(repairs === 0 ? { status: 'failed' } : {}) })
  }
  const { predictions } = await evaluate(run)

  expect(predictions[0]?.verdictsByRepairs).toEqual(['failed', 'ok', 'ok'])
  expect(predictions[0]?.attempts).toBe(3)
})

it('ends with words where there is no model to run', async () => {
  const broken: EvaluatedRun = runWith({ status: 'failed', runStatus: 'not-started', reason: 'The file is cut off.' })

  await expect(evaluate(async () => broken)).rejects.toMatchObject({
    code: 'model-load',
    message: 'The file is cut off.',
  })
})

it('does not go on with a model that was trained on since', async () => {
  const abort = new AbortController()
  await evaluate(async (text) => {
    if (text === 'problem b') abort.abort()
    return abort.signal.aborted ? undefined : runWith({ modelSha256: 'before' })
  }, abort)

  await expect(evaluate(async () => runWith({ modelSha256: 'after' }))).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'The file of nano has changed since 1 of the problems were answered.',
  })
  expect((await evaluate(async () => runWith({ modelSha256: 'before' }))).predictions).toHaveLength(3)
})
