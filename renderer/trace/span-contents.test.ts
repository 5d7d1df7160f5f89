import { describe, expect, it } from 'vitest'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import {
  firstMarker as engineFirstMarker,
  markerCount as engineMarkerCount,
} from '../../src/formalization/small-model-prompt.ts'
import { names } from '../../src/telemetry/attribute-names.ts'
import { traceRun } from '../../src/telemetry/trace-run.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { isProblem, kindOf, markOf, titleOf } from './describe-span.ts'
import { firstMarker, markedPieces, markerCount } from './marked-pieces.ts'
import { attributeNames } from './span-attributes.ts'
import { readSpan } from './span-contents.ts'
import { spanNamed } from './test/span-named.ts'
import { timeTicks } from './time-axis.ts'
import { traceLine } from './trace-line.ts'

const mark = (number: number) => String.fromCharCode(firstMarker + number)
const blocksOf = (span: TraceSpan) =>
  readSpan(span).blocks.map(({ form, role, text, title }) => [title, form, role, text])

describe('what a span shows', () => {
  it('is prompt and completion of a translated piece, the completion also as the words it points at', () => {
    const span = spanNamed('text_completion nano', {
      attributes: {
        'openinference.span.kind': 'LLM',
        'input.value': `Ana${mark(0)}is${mark(1)}out${mark(2)}\uE203`,
        'output.value': `participant:${mark(0)}${mark(0)}`,
        'planwright.segment': { int: 2 },
        'planwright.segment.text': ' Ana is out. ',
        'planwright.tokens': '[["participant:",-0.1],["x",0]]',
        'planwright.grammar': 'root ::= "a"',
        'gen_ai.usage.input_tokens': { int: 1234 },
      },
    })

    expect(titleOf(span)).toEqual({ title: 'piece 3', note: 'Ana is out.' })
    expect(blocksOf(span).map(([title, form]) => [title, form])).toEqual([
      ['Input', 'text'],
      ['Output', 'prolog'],
      ['As it was written', 'text'],
      ['Grammar', 'text'],
    ])
    expect(blocksOf(span)[1]?.[3]).toBe("participant('Ana').")
    expect(readSpan(span).tokens.map(({ probability }) => Math.round(probability * 100))).toEqual([90, 100])
    expect(readSpan(span).attributes).toContainEqual(['gen_ai.usage.input_tokens', '1,234'])
    expect(readSpan(span).attributes.map(([name]) => name)).not.toContain('input.value')
  })

  it('is a conversation, turn by turn, of whichever convention', () => {
    const said = [
      { role: 'system', parts: [{ type: 'text', content: 'Be brief.' }] },
      { role: 'user', parts: [{ type: 'text', content: 'Hello' }] },
    ]
    const openTelemetry = { 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': JSON.stringify(said) }
    const openInference = {
      'openinference.span.kind': 'LLM',
      'llm.input_messages.0.message.role': 'system',
      'llm.input_messages.0.message.content': 'Be brief.',
      'llm.input_messages.1.message.role': 'user',
      'llm.input_messages.1.message.content': 'Hello',
    }
    const expected = [
      ['Input', 'text', 'system', 'Be brief.'],
      ['Input', 'text', 'user', 'Hello'],
    ]

    expect(blocksOf(spanNamed('chat', { attributes: openTelemetry }))).toEqual(expected)
    expect(blocksOf(spanNamed('chat', { attributes: openInference }))).toEqual(expected)
  })

  it('is the program, the answer and the limits of the solver', () => {
    const span = spanNamed('execute_tool tau-prolog', {
      attributes: {
        'openinference.span.kind': 'TOOL',
        'gen_ai.tool.name': 'tau-prolog',
        'input.value': "day('Monday').\n?- schedule(Day).",
        'output.value': '{"Day":{"type":"atom","name":"Monday"}}',
        'planwright.prolog.inferences': { int: 1290 },
        'planwright.prolog.limits': '{"inferences":5000000,"timeMs":10000}',
      },
    })

    expect(titleOf(span)).toEqual({ title: 'tau-prolog', note: '1,290 inferences' })
    expect(blocksOf(span)).toEqual([
      ['Input', 'prolog', undefined, "day('Monday').\n?- schedule(Day)."],
      ['Answer', 'prolog', undefined, "Day = 'Monday'."],
      ['Limits', 'text', undefined, 'inferences 5,000,000 · timeMs 10,000'],
    ])
  })

  it('is its error first', () => {
    const span = spanNamed('x', { status: { code: 'error', message: 'It broke.' } })

    expect(blocksOf(span)[0]).toEqual(['Error', 'text', undefined, 'It broke.'])
    expect(markOf(span)).toMatchObject({ sign: '✕', word: 'error' })
    expect(isProblem(span)).toBe(true)
  })
})

describe('how a span came out', () => {
  it.each([
    [{ 'planwright.segment.outcome': 'malformed' }, '?', 'malformed'],
    [{ 'evaluations.0.evaluation.label': 'invalid' }, '✕', 'invalid'],
    [{ 'evaluations.0.evaluation.label': 'Correct' }, '✓', 'Correct'],
    [{ 'planwright.prolog.outcome': 'no-answer' }, '∅', 'no answer'],
    [{ 'planwright.run.status': 'unsatisfiable' }, '∅', 'no solution'],
    [{ 'planwright.diagnostics': ['error a: b', 'warning c: d'] }, '?', '1 complaint'],
    [{ 'gen_ai.response.finish_reasons': ['length'] }, '?', 'cut off'],
  ])('%o is %s %s', (attributes, sign, word) => {
    expect(markOf(spanNamed('x', { attributes }))).toMatchObject({ sign, word })
  })

  it('is nothing to look at where it only ended', () => {
    expect(markOf(spanNamed('x', { attributes: { 'gen_ai.operation.name': 'toString' } }))).toBeUndefined()
    expect(kindOf(spanNamed('x', { attributes: { 'gen_ai.operation.name': 'toString' } }))).toBe('step')
  })
})

describe('a recorded run', () => {
  const spans = traceRun('run-1', recordedRuns.solved)

  it('is one line of hops', () => {
    expect(traceLine(spans)).toMatch(
      /^segment \S+ m?s · which problem \S+ m?s · formalize .* · solve .* · read .* · validate \S+ m?s$/,
    )
  })

  it('has a title of its own for every span', () => {
    expect(spans.map((span) => titleOf(span).title)).not.toContain('unnamed')
    expect(titleOf(spans[0] ?? spanNamed('none'))).toEqual({ title: 'run', note: 'calendar' })
  })
})

it('cuts prompts at their marks, by the numbers that the engine writes them with', () => {
  expect([firstMarker, markerCount]).toEqual([engineFirstMarker, engineMarkerCount])
  expect(markedPieces(`Ana${mark(7)}\uE203`)).toEqual([
    { kind: 'text', text: 'Ana' },
    { kind: 'marker', number: 7 },
    { kind: 'structure' },
  ])
})

it('knows attributes by the names that the engine gives them', () => {
  const written = new Set(Object.values(names).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one))))

  expect(Object.values(attributeNames).filter((name) => !written.has(name as never))).toEqual([])
})

it.each([
  [0, []],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [310, [0, 100, 200, 300]],
  [5000, [0, 1000, 2000, 3000, 4000, 5000]],
])('marks %d ms at round times', (durationMs, times) => {
  expect(timeTicks(durationMs).map(({ ms }) => Number(ms.toFixed(6)))).toEqual(times)
})
