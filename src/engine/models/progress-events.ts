/** Work that tells how far it is and ends with one more event. */
export type TellingWork<Event> = (tell: (event: Event) => void, signal: AbortSignal) => Promise<Event>

/**
 * The events of a piece of work as they come. Of those that a slow reader left waiting only the newest of a type is kept. When
 * the signal is aborted, or the reader leaves, the work is told to end.
 */
export async function* progressEvents<Event extends { readonly type: string }>(
  work: TellingWork<Event>,
  signal?: AbortSignal,
): AsyncGenerator<Event> {
  const leave = new AbortController()
  const ending = signal === undefined ? leave.signal : AbortSignal.any([signal, leave.signal])
  const waiting = new Map<string, Event>()
  let wake = () => {}
  let isOver = false
  const tell = (event: Event) => {
    waiting.delete(event.type)
    waiting.set(event.type, event)
    wake()
  }
  const last = work(tell, ending).finally(() => {
    isOver = true
    wake()
  })
  // Who leaves early does not wait for its end.
  last.catch(() => {})
  try {
    while (!isOver) {
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      if (waiting.size === 0) await promise
      const events = [...waiting.values()]
      waiting.clear()
      yield* events
    }
    yield* waiting.values()
    yield await last
  } finally {
    leave.abort()
  }
}
