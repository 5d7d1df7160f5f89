import { clock } from '../picture/clock.ts'
import { nameKey } from '../picture/names.ts'
import type { CalendarFacts, Slot } from './calendar-facts.ts'
import { isOnDay, type Stretch } from './stretch.ts'

export interface SlotReason {
  /** A sentence without its full stop. */
  readonly words: string
  readonly factIndices: readonly number[]
}

/** Every fact that forbids the slot, in words. Only what is certain: none means that no fact was found against it. */
export function slotReasons(facts: CalendarFacts, slot: Slot): SlotReason[] {
  const today = facts.stretches.filter((one) => isOnDay(one, slot.day))
  const against = today.filter((one) => isAgainst(one, slot))
  return [
    ...against.map(({ factIndex, reading }) => ({ words: reading, factIndices: [factIndex] })),
    ...freeReasons(facts, slot),
  ]
}

function isAgainst({ fromMin, kind, toMin }: Stretch, { endMin, startMin }: Slot): boolean {
  if (kind === 'free') return false
  const [from, to] = [fromMin ?? 0, toMin ?? 1440]
  return from < to && startMin < to && endMin > from
}

/** Who names any free window is busy outside of all of theirs. */
function freeReasons({ stretches }: CalendarFacts, slot: Slot): SlotReason[] {
  const free = stretches.filter(({ kind }) => kind === 'free')
  const people = new Map(free.map(({ who }) => [who.key, who.name]))
  return [...people].flatMap(([key, name]) => {
    const windows = free.filter(({ who }) => who.key === key)
    const today = windows.filter((one) => isOnDay(one, slot.day))
    if (isCovered(today, slot)) return []
    const isAre = key === '' ? 'everyone is' : key === 'i' ? 'I am' : `${name} is`
    const times = today.map(({ fromMin, toMin }) => windowWords(fromMin, toMin)).join(' and ')
    const words = today.length === 0 ? `${isAre} not free on ${slot.day}` : `${isAre} free on ${slot.day} only ${times}`
    return [{ words, factIndices: (today.length === 0 ? windows : today).map(({ factIndex }) => factIndex) }]
  })
}

function windowWords(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return to === undefined ? 'at no other time' : `until ${clock(to)}`
  return to === undefined ? `from ${clock(from)} on` : `from ${clock(from)} to ${clock(to)}`
}

/** Windows that touch or overlap add up. */
function isCovered(windows: readonly Stretch[], { endMin, startMin }: Slot): boolean {
  let minute = startMin
  for (const { from, to } of windows
    .map(({ fromMin, toMin }) => ({ from: fromMin ?? 0, to: toMin ?? 1440 }))
    .toSorted((one, other) => one.from - other.from)) {
    if (from <= minute) minute = Math.max(minute, to)
  }
  return minute >= endMin
}

export function isSameSlot(one: Slot, other: Slot): boolean {
  return nameKey(one.day) === nameKey(other.day) && one.startMin === other.startMin && one.endMin === other.endMin
}
