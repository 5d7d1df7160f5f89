import { planningDomains } from '../../domains/registry.ts'
import type { LanguageModel } from '../../language-models/contract/language-model.ts'
import {
  defaultFormalizeLimits,
  type Formalization,
  type FormalizeEvent,
  type FormalizeRequest,
  type Formalizer,
} from '../formalizer.ts'

/** Runs a formalizer to its end; keeps what it told on the way. */
export async function formalizeToEnd(
  formalizer: Formalizer,
  request: Partial<FormalizeRequest> & { readonly text: string; readonly model: LanguageModel },
  signal: AbortSignal = new AbortController().signal,
): Promise<{ events: FormalizeEvent[]; result: Formalization }> {
  const whole = {
    domain: 'calendar',
    domains: [...planningDomains.values()],
    limits: defaultFormalizeLimits,
    ...request,
  }
  const steps = formalizer.formalize(whole, signal)
  const events: FormalizeEvent[] = []
  let step = await steps.next()
  while (step.done !== true) {
    events.push(step.value)
    step = await steps.next()
  }
  return { events, result: step.value }
}

/** The events of a type, in order. */
export function eventsOf<Type extends FormalizeEvent['type']>(events: readonly FormalizeEvent[], type: Type) {
  return events.filter((event): event is Extract<FormalizeEvent, { type: Type }> => event.type === type)
}
