import type { UndatedRunEvent } from '../planning/run-event.ts'

/**
 * The model's probability of the whole translation that a run ended with, 0 to 1: that of the domain which it chose times
 * those of all segments, each as the last attempt has it that was kept there. Null where a run ended before it had a
 * translation.
 */
export function translationConfidence(events: readonly UndatedRunEvent[]): number | null {
  if (!events.some(({ type }) => type === 'formalization')) return null
  let domain = 1
  const kept = new Map<number, number>()
  const tried = new Map<number, number>()
  for (const event of events) {
    if (event.type === 'domain') domain = event.confidence
    else if (event.type === 'segment-end') tried.set(event.segment, event.confidence)
    else if (event.type === 'attempt-end') {
      for (const segment of event.kept) kept.set(segment, tried.get(segment) ?? 1)
    }
  }
  const product = [...kept.values()].reduce((all, one) => all * one, domain)
  return Math.min(1, Math.max(0, product))
}
