import type { RunEvent } from '../planning/run-event.ts'
import type { Attributes, Span } from './span.ts'

export type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

/** The path of the span of the whole run. */
export const root = 'run'

/** A span before it has its ids: `path` names it within its run, and its parent where that is not the whole run. */
export interface Stretch {
  readonly path: string
  readonly parent?: string
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly attributes: Attributes
  readonly events?: Span['events']
  readonly status?: Span['status']
}

/** The events of a run by their types. */
export class RunRecord {
  readonly events: readonly RunEvent[]
  /** Whether its trace is for our own window: nothing stands in it twice. */
  readonly isLean: boolean
  readonly #byType: ReadonlyMap<RunEvent['type'], readonly RunEvent[]>

  constructor(events: readonly RunEvent[], isLean: boolean) {
    this.events = events
    this.isLean = isLean
    this.#byType = Map.groupBy(events, ({ type }) => type)
  }

  all<Type extends RunEvent['type']>(type: Type): EventOf<Type>[] {
    return (this.#byType.get(type) ?? []).filter((event): event is EventOf<Type> => event.type === type)
  }

  first<Type extends RunEvent['type']>(type: Type): EventOf<Type> | undefined {
    const event = this.#byType.get(type)?.[0]
    return event?.type === type ? (event as EventOf<Type>) : undefined
  }
}

export const whole = (value: number | undefined) => (value === undefined ? undefined : { int: value })

export const real = (value: number | undefined) => (value === undefined ? undefined : { double: value })

export const json = 'application/json'
