import type { UndatedRunEvent } from '../planning/run-event.ts'

/**
 * The model's probability of the whole translation that a run ended with, 0 to 1: that of the domain which it chose times
 * those of all segments. A repair translates some segments anew and is kept only where it has fewer errors than what was
 * there before, so the segments are taken as the kept attempts have them. Null where a run ended before it had a
 * translation.
 */
export function translationConfidence(events: readonly UndatedRunEvent[]): number | null {
  if (!events.some(({ type }) => type === 'formalization')) return null
  let domain = 1
  let kept: ReadonlyMap<number, number> = new Map()
  let tried = new Map<number, number>()
  let fewestErrors = Number.POSITIVE_INFINITY
  for (const event of events) {
    if (event.type === 'domain') domain = event.confidence
    else if (event.type === 'attempt-start') tried = new Map(kept)
    else if (event.type === 'segment-end') tried.set(event.segment, event.confidence)
    else if (event.type === 'attempt-end') {
      const errors = event.diagnostics.filter(({ severity }) => severity === 'error').length
      if (errors >= fewestErrors) continue
      fewestErrors = errors
      kept = tried
    }
  }
  const product = [...kept.values()].reduce((all, one) => all * one, domain)
  return Math.min(1, Math.max(0, product))
}
