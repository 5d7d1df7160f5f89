/** A value that is edited, with the way back. */
export interface EditHistory<Value> {
  readonly past: readonly Value[]
  readonly now: Value
  readonly future: readonly Value[]
}

const longest = 200

export const beginHistory = <Value>(now: Value): EditHistory<Value> => ({ past: [], now, future: [] })

export function edited<Value>({ now, past }: EditHistory<Value>, next: Value): EditHistory<Value> {
  return { past: [...past, now].slice(-longest), now: next, future: [] }
}

export function undone<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const { future, now, past } = history
  const [last] = past.slice(-1)
  return last === undefined ? history : { past: past.slice(0, -1), now: last, future: [now, ...future] }
}

export function redone<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const { future, now, past } = history
  const [next, ...more] = future
  return next === undefined ? history : { past: [...past, now], now: next, future: more }
}
