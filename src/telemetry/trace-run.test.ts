import { describe, expect, it } from 'vitest'
import type { RunEvent, UndatedRunEvent } from '../planning/run-event.ts'
import { writeOtlpLine } from './otlp-json.ts'
import { traceRun } from './trace-run.ts'

const usage = { promptTokens: 40, completionTokens: 7 }
const timings = { formalizeMs: 30, solveMs: 10, validateMs: 1, totalMs: 41 }
const model = { id: 'nano-q8_0', quantization: 'Q8_0', sha256: 'abc', backend: 'cpu' }
const request = { grammar: 'root ::= "a"', maxTokens: 9, sampling: { temperature: 0, seed: 3 } }
const tokens = [
  { text: 'duration', logprob: -0.5 },
  { text: ':', logprob: 0 },
]
const segmentEnd = (attempt: number, segment: number): UndatedRunEvent => ({
  type: 'segment-end',
  attempt,
  segment,
  outcome: 'facts',
  completion: 'duration:',
  facts: [],
  confidence: 0.5,
  usage,
  detail: { finishReason: 'length', promptMs: 4, generateMs: 6, tokens },
})

/** Ten milliseconds apart. */
const dated = (events: readonly UndatedRunEvent[]): RunEvent[] =>
  events.map((event, seq) => ({ ...event, seq, time: 1_790_000_000_000 + 10 * seq }))

const begun: readonly UndatedRunEvent[] = [
  { type: 'run-start', runId: 'run-1', text: 'Meet on Monday.', requestedDomain: 'auto', model },
  { type: 'segments', segments: [] },
  { type: 'domain', domain: 'calendar', confidence: 0.9 },
  { type: 'attempt-start', attempt: 0, segments: [0, 1], reason: 'first', request },
  { type: 'segment-start', attempt: 0, segment: 0, prompt: 'What does it say?' },
  segmentEnd(0, 0),
  segmentEnd(0, 1),
  {
    type: 'attempt-end',
    attempt: 0,
    kept: [0],
    diagnostics: [{ severity: 'error', code: 'missing-day', message: 'nothing says on which day' }],
  },
  { type: 'program', program: 'p.', query: 'p', limits: { inferences: 100, timeMs: 10, memoryMb: 1, answers: 1 } },
]
const solved = dated([
  ...begun,
  { type: 'solve-end', status: 'answer', answer: {}, inferences: 12, consultMs: 1, solveMs: 4 },
  { type: 'plan', plan: { domain: 'calendar', steps: [] }, benchmarkText: '', plainText: 'Meet on Monday.' },
  { type: 'verdict', verdict: { status: 'invalid', violations: [{ constraint: 'busy', words: 'Ana is busy' }] } },
  { type: 'run-end', status: 'solved', timings, usage },
])
const turn = (length: number, at: number) => ({ role: at === 0 ? 'system' : 'user', length })
const stopped = dated([
  ...begun,
  { type: 'solve-end', status: 'limit-exceeded', message: 'too many inferences', inferences: 9 },
  { type: 'run-end', status: 'failed', errorCode: 'engine-stopped', reason: 'The model died.', timings, usage },
])

const completions = (events: readonly RunEvent[]) =>
  traceRun('run-1', events).filter(({ name }) => name.startsWith('text_completion'))

describe('the trace of a run', () => {
  it('is lean for our own window: nothing stands in it twice, and nothing is missing', () => {
    const lean = traceRun('run-1', solved, { isLean: true })
    const [piece] = lean.filter(({ name }) => name.startsWith('text_completion')).slice(1)
    const attempt = lean.find(({ name }) => name === 'formalize')

    expect(attempt?.attributes).toMatchObject({ 'planwright.grammar': 'root ::= "a"' })
    expect(piece?.attributes).toMatchObject({ 'input.value': 'What does it say?', 'output.value': 'duration:' })
    expect(Object.keys(piece?.attributes ?? {})).not.toContain('planwright.grammar')
    expect(Object.keys(piece?.attributes ?? {})).not.toContain('gen_ai.input.messages')
  })

  it('has a span for each hop and each segment, under the run', () => {
    const spans = traceRun('run-1', solved)
    const [root] = spans

    expect(spans.map(({ name }) => name)).toEqual([
      'plan',
      'segment',
      'text_completion nano-q8_0',
      'formalize',
      'text_completion nano-q8_0',
      'text_completion nano-q8_0',
      'execute_tool tau-prolog',
      'consult',
      'solve',
      'read',
      'validate',
    ])
    expect(root?.parentSpanId).toBeUndefined()
    expect(spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId)).toHaveLength(6)
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length)
  })

  it.each([solved, stopped])('keeps every span within its parent', (...events) => {
    const spans = traceRun('run-1', events)
    const byId = new Map(spans.map((span) => [span.spanId, span]))

    for (const span of spans) {
      const parent = span.parentSpanId === undefined ? span : byId.get(span.parentSpanId)
      expect(span.startMs).toBeGreaterThanOrEqual(parent?.startMs ?? Number.POSITIVE_INFINITY)
      expect(span.endMs).toBeLessThanOrEqual(parent?.endMs ?? 0)
    }
  })

  it('tells of a completion what went in, what came out and what it cost', () => {
    const span = completions(solved)[1]

    expect(span?.attributes).toMatchObject({
      'gen_ai.operation.name': 'text_completion',
      'gen_ai.provider.name': 'llama.cpp',
      'gen_ai.request.model': 'nano-q8_0',
      'gen_ai.usage.input_tokens': { int: 40 },
      'openinference.span.kind': 'LLM',
      'input.value': 'What does it say?',
      'output.value': 'duration:',
      'llm.token_count.total': { int: 47 },
      'planwright.segment.kept': true,
    })
  })

  it('tells of a completion how it was asked for, and how probable each of its tokens was', () => {
    const span = completions(solved)[1]

    expect(span?.attributes).toMatchObject({
      'gen_ai.request.max_tokens': { int: 9 },
      'gen_ai.request.temperature': { double: 0 },
      'gen_ai.request.seed': { int: 3 },
      'gen_ai.response.finish_reasons': ['length'],
      'gen_ai.response.time_to_first_chunk': { double: 0.004 },
      'planwright.grammar': 'root ::= "a"',
      'planwright.tokens': '[["duration",-0.5],[":",0]]',
    })
    expect((span?.endMs ?? 0) - (span?.startMs ?? 0)).toBe(10 + 4)
  })

  it('is the same for a run of an earlier version, but for what that did not record', () => {
    const older = solved.map((event): RunEvent => {
      if (event.type === 'attempt-start') return { ...event, request: undefined }
      return event.type === 'segment-end' ? { ...event, detail: undefined } : event
    })

    expect(traceRun('run-1', older).map(({ name }) => name)).toEqual(traceRun('run-1', solved).map(({ name }) => name))
    expect(completions(older)[1]?.attributes).not.toHaveProperty('planwright.tokens')
    expect(completions(older)[1]?.attributes['gen_ai.response.finish_reasons']).toEqual(['stop'])
  })

  it('shows consulting and solving inside the solver, by what it measured', () => {
    const spans = traceRun('run-1', solved)
    const [tool, consult, solve] = ['execute_tool tau-prolog', 'consult', 'solve'].map((name) =>
      spans.find((span) => span.name === name),
    )

    expect(tool?.attributes['planwright.prolog.limits']).toBe('{"inferences":100,"timeMs":10,"memoryMb":1,"answers":1}')
    expect([consult?.parentSpanId, solve?.parentSpanId]).toEqual([tool?.spanId, tool?.spanId])
    expect((solve?.endMs ?? 0) - (solve?.startMs ?? 0)).toBe(4)
    expect((consult?.endMs ?? 0) - (consult?.startMs ?? 0)).toBe(1)
  })

  it('has one completion for a conversation about all pieces, with who says what', () => {
    const prompt = { attempt: 0, segment: 0, prompt: 'Be brief.\n\nMeet.', turns: [9, 5].map(turn) }
    const asked = dated([
      ...begun.slice(0, 4),
      { type: 'segment-start', ...prompt },
      segmentEnd(0, 0),
      { ...segmentEnd(0, 1), completion: '', usage: { promptTokens: 0, completionTokens: 0 } } as UndatedRunEvent,
    ])
    const [, ...asking] = completions(asked)

    expect(asking).toHaveLength(1)
    expect(JSON.parse(String(asking[0]?.attributes['gen_ai.input.messages']))).toEqual([
      { role: 'system', parts: [{ type: 'text', content: 'Be brief.' }] },
      { role: 'user', parts: [{ type: 'text', content: 'Meet.' }] },
    ])
  })

  it('scores the plan, and calls only what broke an error', () => {
    const [judged, broken] = [traceRun('run-1', solved), traceRun('run-1', stopped)]

    expect(judged.at(-1)).toMatchObject({
      events: [{ name: 'gen_ai.evaluation.result', attributes: { 'gen_ai.evaluation.score.label': 'invalid' } }],
      status: { code: 'unset' },
    })
    expect(broken[0]?.status).toEqual({ code: 'error', message: 'The model died.' })
    expect(broken.find(({ name }) => name.startsWith('execute_tool'))?.status).toEqual({
      code: 'error',
      message: 'too many inferences',
    })
  })

  it('is the same trace whenever it is made, and another for another run', () => {
    expect(traceRun('run-1', solved)).toEqual(traceRun('run-1', solved))
    expect(traceRun('run-1', solved)[0]?.traceId).not.toBe(traceRun('run-2', solved)[0]?.traceId)
  })
})

describe('an OTLP JSON line', () => {
  const line = writeOtlpLine(traceRun('run-1', solved), { version: '1.2.3', project: 'mine' })
  const [{ resource, scopeSpans }] = JSON.parse(line).resourceSpans
  const [{ spans }] = scopeSpans

  it('is one line, with ids in hexadecimal, 64-bit numbers as strings and enums as numbers', () => {
    expect(line.split('\n')).toHaveLength(2)
    expect(spans[0]).toMatchObject({
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
      kind: 1,
      startTimeUnixNano: '1790000000000000000',
      endTimeUnixNano: '1790000000120000000',
      status: { code: 1 },
    })
    expect(spans[4].attributes).toContainEqual({ key: 'gen_ai.usage.input_tokens', value: { intValue: '40' } })
    expect(spans[4].attributes).toContainEqual({ key: 'planwright.confidence', value: { doubleValue: 0.5 } })
    expect(spans[4].attributes).toContainEqual({
      key: 'gen_ai.response.finish_reasons',
      value: { arrayValue: { values: [{ stringValue: 'length' }] } },
    })
  })

  it('says where it comes from', () => {
    expect(resource.attributes).toContainEqual({ key: 'service.version', value: { stringValue: '1.2.3' } })
    expect(resource.attributes).toContainEqual({ key: 'openinference.project.name', value: { stringValue: 'mine' } })
  })
})
