import { expect, it } from 'vitest'
import { emptyReplayElement, replaySchema } from '../../api/replay-file.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { readReplayPage, writeReplayPage } from './replay-page.ts'

const page = `<!doctype html><body>${emptyReplayElement}<p>after</p></body>`
const text = '</script><script>alert(1)</script> <!-- $& $1 \u2028'
const events: RunEvent[] = [
  {
    ...{ seq: 0, time: 0, type: 'run-start', runId: 'run-1', text, requestedDomain: 'auto' },
    model: { id: 'nano', quantization: 'q8_0', sha256: '', backend: 'cpu' },
  },
  { seq: 1, time: 0, type: 'segment-start', attempt: 0, segment: 0, prompt: 'a prompt' },
  { seq: 2, time: 0, type: 'token', attempt: 0, segment: 0, text: 'a token' },
  { seq: 3, time: 0, type: 'program', program: 'a program', query: 'q' },
]
const run = {
  runId: 'run-1',
  version: '1',
  events,
  because: { about: 'nothing', sentences: [], isComplete: false },
} as const
const dataOf = (html: string) => /<script id="replay" type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''

it('holds the run whole, and whatever its text says nothing of it gets out of its place', () => {
  const html = writeReplayPage(page, { ...run, because: { ...run.because, sentences: [] } })
  const replay = replaySchema.parse(JSON.parse(dataOf(html)))

  expect(replay.events[0]).toMatchObject({ text })
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html.endsWith('</script><p>after</p></body>')).toBe(true)
})

it('leaves out tokens, prompts and the program', () => {
  const html = writeReplayPage(page, { ...run, because: { ...run.because, sentences: [] } })

  expect(html).not.toMatch(/a prompt|a token|a program/)
})

it('says what to do where the page is not built, or is of another kind', async () => {
  await expect(readReplayPage('/nowhere')).rejects.toMatchObject({
    code: 'not-found',
    wayOut: expect.stringContaining('npm run build'),
  })
  expect(() => writeReplayPage('<p>', { ...run, because: { ...run.because, sentences: [] } })).toThrow(
    'no place for a run',
  )
})
