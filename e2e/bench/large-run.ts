import type { RunEvent, UndatedRunEvent } from '../../src/planning/run-event.ts'

const pieces = 200
const perPiece = 40
const usage = { promptTokens: 90, completionTokens: 12 }
const tokens = Array.from({ length: 12 }, () => ({ text: '\uE000', logprob: -0.01 }))

/** A run whose trace has so many spans: its pieces translated again and again, each with prompt, tokens and grammar. */
export function largeRun(runId: string, spans: number): RunEvent[] {
  const words = 'Person is busy from 10:00 to 11:00. '
  const segments = Array.from({ length: pieces }, (_, index) => {
    return { index, start: index * perPiece, end: (index + 1) * perPiece, before: [], headings: [] }
  })
  const model = { id: 'nano', quantization: 'Q8_0', sha256: 'abc', backend: 'cpu' }
  const text = words.padEnd(perPiece).repeat(pieces)
  const events: UndatedRunEvent[] = [
    { type: 'run-start', runId, text, requestedDomain: 'calendar', model },
    { type: 'segments', segments },
  ]
  // The whole run and the cutting of its text are spans too.
  let left = spans - 2
  for (let attempt = 0; left > 0; attempt++) {
    const asked = segments.slice(0, Math.min(pieces, left - 1)).map(({ index }) => index)
    events.push(...attemptOn(attempt, asked))
    left -= asked.length + 1
  }
  const timings = { formalizeMs: 0, solveMs: 0, validateMs: 0, totalMs: 0 }
  events.push({ type: 'run-end', status: 'failed', timings, usage })
  return events.map((event, seq) => ({ ...event, seq, time: 1_790_000_000_000 + seq }))
}

function attemptOn(attempt: number, segments: readonly number[]): UndatedRunEvent[] {
  const request = { grammar: 'root ::= fact+ '.repeat(40), maxTokens: 320, sampling: { temperature: 0 } }
  const prompt = '\uE210Person\uE000is\uE001busy\uE002from\uE00310:00\uE004to\uE00511:00\uE006.\uE203'.repeat(6)
  return [
    { type: 'attempt-start', attempt, segments: [...segments], reason: attempt === 0 ? 'first' : 'uncovered', request },
    ...segments.flatMap((segment): UndatedRunEvent[] => [
      { type: 'segment-start', attempt, segment, prompt },
      {
        type: 'segment-end',
        attempt,
        segment,
        outcome: segment % 97 === 96 ? 'cut-off' : 'facts',
        completion: 'busy:\uE000\uE000_\uE004\uE004\uE006\uE006',
        facts: [],
        confidence: 0.98,
        usage,
        detail: { finishReason: 'stop', promptMs: 3, generateMs: 5, tokens },
      },
    ]),
    { type: 'attempt-end', attempt, kept: [...segments], diagnostics: [] },
  ]
}
