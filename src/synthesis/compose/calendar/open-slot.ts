import type { RandomSource } from '../../../base/random.ts'
import type { Constraint, DayTimes, Interval } from './constraint.ts'

/** A time that a problem keeps open, so that it has a solution. */
export interface OpenSlot {
  readonly day: string
  readonly from: number
  readonly to: number
}

/** Where a problem states no hours, a reader takes these. */
const usualHours = { from: 540, to: 1020 }

/** Somewhere to meet within the hours; undefined where the meeting is too long for them. */
export function pickOpenSlot(
  random: RandomSource,
  wanted: {
    readonly days: readonly string[]
    readonly hours: { readonly from: number; readonly to: number }
    readonly isStated: boolean
    readonly duration: number
    readonly step: number
  },
): OpenSlot | undefined {
  const { hours, duration, step } = wanted
  const from = wanted.isStated ? hours.from : Math.max(hours.from, usualHours.from)
  const to = wanted.isStated ? hours.to : Math.min(hours.to, usualHours.to)
  const first = Math.ceil(from / step)
  const last = Math.floor((to - duration) / step)
  if (last < first) return undefined
  const start = random.integer(first, last) * step
  return { day: random.pick(wanted.days), from: start, to: start + duration }
}

const isOn = (day: string | null, slot: OpenSlot) => day === null || day === slot.day

const overlaps = ({ from, to }: Interval, slot: OpenSlot) => (from ?? 0) < slot.to && (to ?? 1440) > slot.from

/** Busy times without those that take the slot; days without any left are gone. */
const withoutSlot = (days: readonly DayTimes[], slot: OpenSlot): DayTimes[] =>
  days
    .map(({ day, times }) => ({ day, times: isOn(day, slot) ? times.filter((time) => !overlaps(time, slot)) : times }))
    .filter(({ times }) => times.length > 0)

/** The constraint as far as it leaves the slot open; undefined where it can't. */
export function leavingOpen(constraint: Constraint, slot: OpenSlot): Constraint | undefined {
  switch (constraint.kind) {
    case 'busy': {
      const days = withoutSlot(constraint.days, slot)
      return days.length > 0 ? { kind: 'busy', days } : undefined
    }
    case 'daily': {
      const times = constraint.times.filter((time) => !overlaps(time, slot))
      return times.length > 0 ? { kind: 'daily', times } : undefined
    }
    case 'free': {
      const covers = ({ from, to }: Interval) => (from ?? 0) <= slot.from && (to ?? 1440) >= slot.to
      const isOpen = constraint.days.some(({ day, times }) => isOn(day, slot) && times.some(covers))
      return isOpen ? constraint : undefined
    }
    case 'busy-for': {
      const time = { from: constraint.from, to: constraint.from + constraint.length }
      return isOn(constraint.day, slot) && overlaps(time, slot) ? undefined : constraint
    }
    case 'away':
    case 'not-on':
      return constraint.days.includes(slot.day) ? undefined : constraint
    case 'free-days':
      return constraint.days.includes(slot.day) ? constraint : undefined
    case 'not-before':
    case 'arrives':
      return isOn(constraint.day, slot) && constraint.time > slot.from ? undefined : constraint
    case 'not-after':
    case 'leaves':
      return isOn(constraint.day, slot) && constraint.time < slot.to ? undefined : constraint
  }
}
