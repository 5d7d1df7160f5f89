import { names } from './attribute-names.ts'
import { completionAttributes, requestAttributes } from './completion-attributes.ts'
import { type EventOf, json, type RunRecord, real, type Stretch, whole } from './stretch.ts'

const { openInference, planwright } = names

/** Cutting the text, asking which problem it is, and every attempt with its completions. */
export function formalizeStretches(record: RunRecord): Stretch[] {
  return [...cutting(record), ...domainChoice(record), ...attempts(record)]
}

function piecesOf(record: RunRecord): Map<number, string> {
  const text = record.first('run-start')?.text ?? ''
  const segments = record.first('segments')?.segments ?? []
  return new Map(segments.map(({ end, index, start }) => [index, text.slice(start, end)]))
}

function cutting(record: RunRecord): Stretch[] {
  const [start, cut] = [record.first('run-start'), record.first('segments')]
  if (start === undefined || cut === undefined) return []
  return [
    {
      path: 'segment',
      name: 'segment',
      startMs: start.time,
      endMs: cut.time,
      attributes: {
        [openInference.spanKind]: 'CHAIN',
        [openInference.input]: start.text,
        [openInference.output]: JSON.stringify([...piecesOf(record).values()]),
        [openInference.outputType]: json,
        [planwright.segments]: whole(cut.segments.length),
      },
    },
  ]
}

const completionName = (record: RunRecord) => `text_completion ${record.first('run-start')?.model.id ?? ''}`

function domainChoice(record: RunRecord): Stretch[] {
  const [cut, domain] = [record.first('segments') ?? record.first('run-start'), record.first('domain')]
  if (cut === undefined || domain === undefined) return []
  const { asked } = domain
  const told = {
    model: record.first('run-start')?.model,
    prompt: asked?.prompt,
    completion: asked?.completion ?? domain.domain,
    usage: asked?.usage ?? { promptTokens: 0, completionTokens: 0 },
    request: asked,
    detail: asked,
    finishReason: 'stop',
    isLean: false,
  }
  return [
    {
      path: 'domain',
      name: completionName(record),
      startMs: cut.time,
      endMs: domain.time,
      attributes: {
        ...completionAttributes(told),
        [planwright.domain]: domain.domain,
        [planwright.confidence]: real(domain.confidence),
      },
    },
  ]
}

function attempts(record: RunRecord): Stretch[] {
  const asked = new Map(record.all('segment-start').map((one) => [`${one.attempt} ${one.segment}`, one]))
  const ends = new Map(record.all('attempt-end').map((one) => [one.attempt, one]))
  const translated = Map.groupBy(record.all('segment-end'), ({ attempt }) => attempt)
  const pieces = piecesOf(record)
  return record.all('attempt-start').flatMap((start) => {
    const end = ends.get(start.attempt)
    const kept = end === undefined ? undefined : new Set(end.kept)
    const segments = translated.get(start.attempt) ?? []
    return [
      attemptStretch(start, { end, segments, pieces, isLean: record.isLean }),
      ...segments.flatMap((segment) => {
        const question = asked.get(`${segment.attempt} ${segment.segment}`)
        const told = { start, question, model: record.first('run-start')?.model, isLean: record.isLean }
        // A chat model is asked once for all pieces; its answer stands with the first of them.
        if (question === undefined && segment.completion === '' && segment.usage.promptTokens === 0) return []
        return [
          {
            ...segmentStretch(segment, told),
            name: completionName(record),
            attributes: {
              ...segmentAttributes(segment, told),
              [planwright.segmentText]: question?.turns === undefined ? pieces.get(segment.segment) : undefined,
              [planwright.isKept]: kept?.has(segment.segment),
            },
          },
        ]
      }),
    ]
  })
}

interface Attempted {
  readonly end: EventOf<'attempt-end'> | undefined
  readonly segments: readonly EventOf<'segment-end'>[]
  readonly pieces: ReadonlyMap<number, string>
  readonly isLean: boolean
}

function attemptStretch(start: EventOf<'attempt-start'>, { end, isLean, pieces, segments }: Attempted): Stretch {
  const facts = segments.flatMap((segment) => segment.facts.map(({ fact }) => fact))
  return {
    path: `attempt ${start.attempt}`,
    name: start.attempt === 0 ? 'formalize' : 'repair',
    startMs: start.time,
    endMs: end?.time ?? segments.at(-1)?.time ?? start.time,
    attributes: {
      ...(isLean ? requestAttributes(start.request) : {}),
      [openInference.spanKind]: 'CHAIN',
      [openInference.input]: start.segments.flatMap((index) => pieces.get(index)?.trim() ?? []).join('\n'),
      [openInference.output]: JSON.stringify(facts),
      [openInference.outputType]: json,
      [planwright.attempt]: whole(start.attempt),
      [planwright.reason]: start.reason,
      [planwright.segments]: whole(start.segments.length),
      [planwright.diagnostics]: end?.diagnostics.map(
        ({ code, message, severity }) => `${severity} ${code}: ${message}`,
      ),
    },
  }
}

interface Asked {
  readonly start: EventOf<'attempt-start'>
  readonly question: EventOf<'segment-start'> | undefined
  readonly model: EventOf<'run-start'>['model'] | undefined
  readonly isLean: boolean
}

/** A completion is told from its first token on; the reading of its prompt came before. */
function segmentStretch(end: EventOf<'segment-end'>, { question, start }: Asked) {
  const readMs = end.detail?.promptMs ?? 0
  return {
    path: `attempt ${end.attempt} segment ${end.segment}`,
    parent: `attempt ${end.attempt}`,
    startMs: question === undefined ? start.time : Math.max(start.time, question.time - readMs),
    endMs: end.time,
  }
}

function segmentAttributes(end: EventOf<'segment-end'>, { isLean, model, question, start }: Asked) {
  const { completion, detail, usage } = end
  const finishReason = end.outcome === 'cut-off' ? 'length' : 'stop'
  const { prompt, turns } = question ?? {}
  return {
    ...completionAttributes({
      model,
      prompt,
      turns,
      completion,
      usage,
      request: start.request,
      detail,
      finishReason,
      isLean,
    }),
    [planwright.attempt]: whole(end.attempt),
    [planwright.segment]: whole(end.segment),
    [planwright.outcome]: end.outcome,
    [planwright.confidence]: real(end.confidence),
  }
}
