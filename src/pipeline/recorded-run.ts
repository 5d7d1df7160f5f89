import { PlanwrightError } from '../base/planwright-error.ts'
import type { EarlierTranslation } from '../formalization/retranslate.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent, UndatedRunEvent } from '../planning/run-event.ts'
import type { EditedHop } from '../planning/run-recipe.ts'
import type { Segment } from '../planning/segment.ts'

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

/** A run that ended, as something to go on from. */
export class RecordedRun {
  readonly start: EventOf<'run-start'>
  readonly #events: readonly RunEvent[]

  /** Throws `invalid-input` for a run that never began or is not over. */
  constructor(events: readonly RunEvent[]) {
    const start = events.find((event): event is EventOf<'run-start'> => event.type === 'run-start')
    if (start === undefined) throw nothingToGoOnFrom('It never began: its model could not be loaded.')
    if (events.at(-1)?.type !== 'run-end') throw nothingToGoOnFrom('It is not over yet.')
    this.start = start
    this.#events = events
  }

  /** The hop from which a repetition of the run starts. */
  get hop(): EditedHop {
    const { parent } = this.start
    return parent?.hop === 'none' ? (parent.repeats ?? 'none') : (parent?.hop ?? 'none')
  }

  /** By which the model can be asked for again. */
  get modelId(): string {
    return this.start.requestedModel ?? this.start.model.id
  }

  last<Type extends RunEvent['type']>(type: Type): EventOf<Type> | undefined {
    return this.#events.findLast((event): event is EventOf<Type> => event.type === type)
  }

  /** Throws `invalid-input` where the run did not come so far. */
  get formalization(): EventOf<'formalization'> {
    const formalization = this.last('formalization')
    if (formalization === undefined) throw nothingToGoOnFrom('It ended before there were facts.')
    return formalization
  }

  get segments(): readonly Segment[] {
    return this.last('segments')?.segments ?? []
  }

  /** Throws `invalid-input` for a text that was taken for no planning problem. */
  domainAmong(domains: readonly PlanningDomain[]): PlanningDomain {
    const id = this.last('domain')?.domain ?? this.start.requestedDomain
    const domain = domains.find((one) => one.id === id)
    if (domain === undefined) throw nothingToGoOnFrom('Its text was taken for no planning problem.')
    return domain
  }

  /** What each segment's translation was in the end: that of the last attempt which was kept. */
  translations(): Map<number, EarlierTranslation> {
    const tried = new Map<number, EarlierTranslation>()
    const kept = new Map<number, EarlierTranslation>()
    const prompts = new Map<string, string>()
    for (const event of this.#events) {
      if (event.type === 'segment-start') prompts.set(`${event.attempt} ${event.segment}`, event.prompt)
      else if (event.type === 'segment-end') {
        const { completion, confidence, facts, outcome } = event
        const prompt = prompts.get(`${event.attempt} ${event.segment}`)
        tried.set(event.segment, { prompt, completion, confidence, facts, outcome })
      } else if (event.type === 'attempt-end') {
        for (const index of event.kept) {
          const translation = tried.get(index)
          if (translation !== undefined) kept.set(index, translation)
        }
      }
    }
    return kept
  }

  /** One more than the attempts there were. */
  get nextAttempt(): number {
    return (this.last('attempt-start')?.attempt ?? -1) + 1
  }

  /** The last attempt that was made with a prompt of a person's. */
  editedPrompt(): { segment: number; prompt: string; attempt: number } | undefined {
    const asked = this.#events.findLast(
      (event): event is EventOf<'segment-start'> =>
        event.type === 'segment-start' && event.attempt === this.nextAttempt - 1,
    )
    return asked === undefined ? undefined : { segment: asked.segment, prompt: asked.prompt, attempt: asked.attempt }
  }

  /**
   * The events of how the facts came to be, to be told again in a child run: without single tokens, and without the tokens'
   * count, which belongs to the run that spent them. Attempts from `untilAttempt` on are left out.
   */
  *translating(untilAttempt = Number.POSITIVE_INFINITY): Generator<UndatedRunEvent> {
    for (const event of this.#events) {
      if ('attempt' in event && event.attempt >= untilAttempt) continue
      switch (event.type) {
        case 'segments':
        case 'domain':
        case 'attempt-start':
        case 'segment-start':
        case 'attempt-end':
          yield undated(event)
          break
        case 'segment-end':
          yield undated({ ...event, usage: { promptTokens: 0, completionTokens: 0 } })
          break
        default:
      }
    }
  }
}

export function undated(event: RunEvent): UndatedRunEvent {
  const { seq: _seq, time: _time, ...rest } = event
  return rest
}

function nothingToGoOnFrom(why: string): PlanwrightError {
  return new PlanwrightError({
    code: 'invalid-input',
    message: `From this run there is nothing to go on. ${why}`,
    wayOut: 'Run its problem again as a whole.',
  })
}
