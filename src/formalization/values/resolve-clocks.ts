import type { WrittenClock } from './clock-reader.ts'

/** What decides an open time: the hours in which the problem takes place. */
export interface DayWindow {
  readonly startMin: number
  readonly endMin: number
}

/** Where nothing is said, people mean the day, not the night. */
export const usualWindow: DayWindow = { startMin: 7 * 60, endMin: 19 * 60 }

const readings = (clock: WrittenClock): number[] => {
  if (clock.half !== 'open') return [clock.minutes]
  return clock.minutes >= 720 ? [clock.minutes, clock.minutes - 720] : [clock.minutes, clock.minutes + 720]
}

const outside = (minutes: number, window: DayWindow) =>
  Math.max(0, window.startMin - minutes) + Math.max(0, minutes - window.endMin)

/** The reading of a single time that lies in the window, or nearest to it. */
export function resolveClock(clock: WrittenClock, window: DayWindow): number {
  return best(readings(clock).map((minutes) => ({ value: minutes, cost: outside(minutes, window) })))
}

/**
 * The reading of "from a to b": b after a, both in the window if that can be, else as near and as short as possible. In
 * "7 to 9 pm" the mark holds for both where that makes sense; "8 to 6 pm" begins in the morning.
 */
export function resolveClockPair(from: WrittenClock, to: WrittenClock, window: DayWindow): [number, number] {
  if (from.half === 'open' && (to.half === 'am' || to.half === 'pm')) {
    const start = (from.minutes % 720) + (to.half === 'pm' ? 720 : 0)
    if (start < to.minutes) return [start, to.minutes]
  }
  return best(
    readings(from).flatMap((start) =>
      readings(to).map((end) => ({
        value: [start, end] as [number, number],
        cost: outside(start, window) + outside(end, window) + (end > start ? (end - start) / 10_000 : 100_000),
      })),
    ),
  )
}

function best<T>(choices: readonly { value: T; cost: number }[]): T {
  const [first, ...rest] = choices
  if (first === undefined) throw new RangeError('a clock time without a reading')
  return rest.reduce((one, other) => (other.cost < one.cost ? other : one), first).value
}
