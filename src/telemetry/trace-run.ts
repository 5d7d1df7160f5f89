import type { RunEvent } from '../planning/run-event.ts'
import { names } from './attribute-names.ts'
import type { Attributes, Span } from './span.ts'
import { spanIdOf, traceIdOf } from './span-ids.ts'

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

const { genAi, openInference, planwright } = names
const root = 'run'
/** The conventions' list of providers has no local one; others are allowed. */
const provider = 'llama.cpp'

interface Stretch {
  readonly path: string
  readonly parent?: string
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly attributes: Attributes
  readonly events?: Span['events']
  readonly status?: Span['status']
}

/** The spans of a run that has ended, the root first: one a hop, one a translated segment, none an inference. */
export function traceRun(runId: string, events: readonly RunEvent[]): Span[] {
  const trace = new RunTrace(runId, events)
  return [
    trace.whole(),
    ...trace.domainChoice(),
    ...trace.attempts(),
    ...trace.solving(),
    ...trace.validating(),
    ...trace.explaining(),
  ].map(
    ({ attributes, endMs, events: happened = [], name, parent, path, startMs, status = { code: 'unset' } }): Span => ({
      traceId: traceIdOf(runId),
      spanId: spanIdOf(runId, path),
      parentSpanId: path === root ? undefined : spanIdOf(runId, parent ?? root),
      name,
      startMs,
      endMs: Math.max(startMs, endMs),
      attributes,
      events: happened,
      status,
    }),
  )
}

class RunTrace {
  readonly #runId: string
  readonly #events: readonly RunEvent[]

  constructor(runId: string, events: readonly RunEvent[]) {
    this.#runId = runId
    this.#events = events
  }

  #all<Type extends RunEvent['type']>(type: Type): EventOf<Type>[] {
    return this.#events.filter((event): event is EventOf<Type> => event.type === type)
  }

  #first<Type extends RunEvent['type']>(type: Type): EventOf<Type> | undefined {
    return this.#all(type)[0]
  }

  /** Attributes of whatever the language model does. */
  #model(operation: string): Attributes {
    const model = this.#first('run-start')?.model
    return {
      [genAi.operation]: operation,
      [genAi.provider]: provider,
      [planwright.backend]: model?.backend,
      [genAi.requestModel]: model?.id,
      [openInference.modelName]: model?.id,
      [openInference.spanKind]: 'LLM',
      [planwright.quantization]: model?.quantization,
      [planwright.sha256]: model?.sha256,
    }
  }

  whole(): Stretch {
    const [start, end] = [this.#first('run-start'), this.#first('run-end')]
    const isError = end?.status === 'failed' && end.errorCode !== undefined
    return {
      path: root,
      name: 'plan',
      startMs: this.#events[0]?.time ?? 0,
      endMs: this.#events.at(-1)?.time ?? 0,
      attributes: {
        [openInference.spanKind]: 'CHAIN',
        [openInference.input]: start?.text,
        [openInference.output]: this.#first('plan')?.plainText ?? end?.reason,
        [planwright.runId]: this.#runId,
        [planwright.status]: end?.status,
        [planwright.domain]: this.#first('domain')?.domain ?? start?.requestedDomain,
        [planwright.segments]: whole(this.#first('segments')?.segments.length),
        [names.errorType]: isError ? end.errorCode : undefined,
      },
      status: isError ? { code: 'error', message: end.reason ?? '' } : { code: end === undefined ? 'unset' : 'ok' },
    }
  }

  domainChoice(): Stretch[] {
    const [cut, domain] = [this.#first('segments') ?? this.#first('run-start'), this.#first('domain')]
    if (cut === undefined || domain === undefined) return []
    const confidence = { double: domain.confidence }
    return [
      {
        path: 'domain',
        name: `text_completion ${this.#first('run-start')?.model.id ?? ''}`,
        startMs: cut.time,
        endMs: domain.time,
        attributes: {
          ...this.#model('text_completion'),
          [openInference.output]: domain.domain,
          [planwright.confidence]: confidence,
        },
      },
    ]
  }

  attempts(): Stretch[] {
    const asked = new Map(this.#all('segment-start').map((one) => [`${one.attempt} ${one.segment}`, one]))
    const ends = this.#all('attempt-end')
    const translated = Map.groupBy(this.#all('segment-end'), ({ attempt }) => attempt)
    return this.#all('attempt-start').flatMap((start) => {
      const end = ends.find(({ attempt }) => attempt === start.attempt)
      const path = `attempt ${start.attempt}`
      const segments = translated.get(start.attempt) ?? []
      return [
        {
          path,
          name: start.attempt === 0 ? 'formalize' : 'repair',
          startMs: start.time,
          endMs: end?.time ?? segments.at(-1)?.time ?? start.time,
          attributes: {
            [openInference.spanKind]: 'CHAIN',
            [planwright.attempt]: whole(start.attempt),
            [planwright.reason]: start.reason,
            [planwright.diagnostics]: end?.diagnostics.map(
              ({ code, message, severity }) => `${severity} ${code}: ${message}`,
            ),
          },
        },
        ...segments.map((segment) => {
          const prompted = asked.get(`${segment.attempt} ${segment.segment}`)
          return this.#segment(segment, {
            startMs: prompted?.time ?? start.time,
            prompt: prompted?.prompt,
            isKept: end?.kept.includes(segment.segment),
          })
        }),
      ]
    })
  }

  #segment(
    end: EventOf<'segment-end'>,
    asked: { startMs: number; prompt: string | undefined; isKept: boolean | undefined },
  ): Stretch {
    const { isKept, prompt, startMs } = asked
    const { completionTokens, promptTokens } = end.usage
    return {
      path: `attempt ${end.attempt} segment ${end.segment}`,
      parent: `attempt ${end.attempt}`,
      name: `text_completion ${this.#first('run-start')?.model.id ?? ''}`,
      startMs,
      endMs: end.time,
      attributes: {
        ...this.#model('text_completion'),
        [genAi.inputTokens]: whole(promptTokens),
        [genAi.outputTokens]: whole(completionTokens),
        [genAi.finishReasons]: [end.outcome === 'cut-off' ? 'length' : 'stop'],
        [genAi.inputMessages]: prompt === undefined ? undefined : message('user', prompt),
        [genAi.outputMessages]: message('assistant', end.completion),
        [openInference.input]: prompt,
        [openInference.output]: end.completion,
        [openInference.promptTokens]: whole(promptTokens),
        [openInference.completionTokens]: whole(completionTokens),
        [openInference.totalTokens]: whole(promptTokens + completionTokens),
        [planwright.segment]: whole(end.segment),
        [planwright.outcome]: end.outcome,
        [planwright.isKept]: isKept,
        [planwright.confidence]: { double: end.confidence },
      },
    }
  }

  solving(): Stretch[] {
    const [program, end] = [this.#first('program'), this.#first('solve-end')]
    if (program === undefined || end === undefined) return []
    const isError = end.status === 'exception' || end.status === 'limit-exceeded'
    const result = end.answer === undefined ? (end.message ?? 'false.') : JSON.stringify(end.answer)
    return [
      {
        path: 'solve',
        name: 'execute_tool tau-prolog',
        startMs: program.time,
        endMs: end.time,
        attributes: {
          [genAi.operation]: 'execute_tool',
          [genAi.toolName]: 'tau-prolog',
          [genAi.toolType]: 'function',
          [genAi.toolArguments]: JSON.stringify({ query: program.query }),
          [genAi.toolResult]: result,
          [openInference.spanKind]: 'TOOL',
          [openInference.toolName]: 'tau-prolog',
          [openInference.input]: `${program.program}\n?- ${program.query}.`,
          [openInference.output]: result,
          [planwright.inferences]: whole(end.inferences),
          [planwright.prologOutcome]: end.status,
          [names.errorType]: isError ? end.status : undefined,
        },
        ...(isError ? { status: { code: 'error' as const, message: end.message ?? end.status } } : {}),
      },
    ]
  }

  validating(): Stretch[] {
    const [plan, judged] = [this.#first('plan'), this.#first('verdict')]
    if (plan === undefined || judged === undefined) return []
    const { verdict } = judged
    const score = verdict.status === 'valid' ? 1 : 0
    const explanation =
      verdict.status === 'invalid'
        ? verdict.violations.map(({ words }) => words).join('; ')
        : verdict.status === 'unknown'
          ? verdict.why
          : undefined
    const scored = verdict.status === 'unknown' ? undefined : { double: score }
    return [
      {
        path: 'validate',
        name: 'validate',
        startMs: plan.time,
        endMs: judged.time,
        attributes: {
          [openInference.spanKind]: 'EVALUATOR',
          [openInference.input]: plan.plainText,
          [openInference.output]: verdict.status,
          [openInference.evaluationName]: 'plan_valid',
          [openInference.evaluationLabel]: verdict.status,
          [openInference.evaluationScore]: scored,
          [openInference.evaluationExplanation]: explanation,
          [openInference.evaluationAnnotator]: 'CODE',
        },
        events: [
          {
            name: genAi.evaluationEvent,
            timeMs: judged.time,
            attributes: {
              [genAi.evaluationName]: 'plan_valid',
              [genAi.evaluationLabel]: verdict.status,
              [genAi.evaluationScore]: scored,
              [genAi.evaluationExplanation]: explanation,
            },
          },
        ],
      },
    ]
  }

  explaining(): Stretch[] {
    const [end, conflict] = [this.#first('solve-end'), this.#first('conflict')]
    if (end === undefined || conflict === undefined) return []
    return [
      {
        path: 'conflict',
        name: 'find conflict',
        startMs: end.time,
        endMs: conflict.time,
        attributes: {
          [openInference.spanKind]: 'CHAIN',
          [openInference.output]: conflict.words.join('\n'),
          [planwright.conflict]: conflict.words,
          [planwright.isMinimal]: conflict.minimal,
        },
      },
    ]
  }
}

const whole = (value: number | undefined) => (value === undefined ? undefined : { int: value })

const message = (role: 'user' | 'assistant', content: string) =>
  JSON.stringify([{ role, parts: [{ type: 'text', content }] }])
