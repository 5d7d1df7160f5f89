/** What may wait waits until the page has nothing else to do, or so long. Returns how it is given up. */
export function whenIdle(work: () => void, atMostMs = 1_500): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 0)
    return () => clearTimeout(timer)
  }
  const waiting = window.requestIdleCallback(work, { timeout: atMostMs })
  return () => window.cancelIdleCallback(waiting)
}
