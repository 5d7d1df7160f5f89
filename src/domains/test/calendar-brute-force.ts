import type { Fact } from '../../planning/fact.ts'
import type { Slot } from '../calendar/plan.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function offered(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ predicate, args: [first, last] }) => {
    if (predicate === 'day') return [String(first)]
    if (predicate !== 'days') return []
    const from = weekdays.indexOf(String(first))
    const twoWeeks = [...weekdays, ...weekdays].slice(from)
    return twoWeeks.slice(0, twoWeeks.indexOf(String(last)) + 1)
  })
}

/** For each minute of a day whether a meeting may cover it. */
function openMinutes(facts: readonly Fact[], day: string): boolean[] {
  const open = Array<boolean>(1440).fill(true)
  const close = (from: number, to: number) => {
    for (let minute = from; minute < Math.min(to, 1440); minute++) open[minute] = false
  }
  const windows = new Map<string, boolean[]>()
  const allFree = facts.filter(({ predicate }) => predicate === 'free').map(({ args }) => args)
  const hours = facts.find(({ predicate }) => predicate === 'work_hours')
  close(0, Number(hours?.args[0] ?? Math.min(540, ...allFree.map((args) => Number(args[2] ?? 540)))))
  close(Number(hours?.args[1] ?? Math.max(1020, ...allFree.map((args) => Number(args[3] ?? 1020)))), 1440)
  for (const { predicate, args } of facts) {
    const [who, onDay, third, fourth] = args
    const today = onDay === null || onDay === day
    if (predicate === 'free') {
      const theirs = windows.get(String(who)) ?? Array<boolean>(1440).fill(false)
      windows.set(String(who), theirs)
      if (today) theirs.fill(true, Number(third ?? 0), Math.max(Number(third ?? 0), Number(fourth ?? 1440)))
    } else if (today) {
      if (predicate === 'busy') close(Number(third ?? 0), Number(fourth ?? 1440))
      if (predicate === 'busy_for') close(Number(third), Number(third) + Number(fourth))
      if (predicate === 'not_on') close(0, 1440)
      if (predicate === 'not_before') close(0, Number(third))
      if (predicate === 'not_after') close(Number(third), 1440)
    }
  }
  for (const theirs of windows.values()) {
    for (const [minute, free] of theirs.entries()) if (!free) open[minute] = false
  }
  return open
}

/** Every slot of a problem that states its length and days, in order: all minutes of all days are tried. */
export function allCalendarSlots(facts: readonly Fact[]): Slot[] {
  const length = Number(facts.find(({ predicate }) => predicate === 'duration')?.args[0])
  const grids = facts.flatMap(({ predicate, args }) => (predicate === 'grid' ? [Number(args[0])] : []))
  return offered(facts).flatMap((day) => {
    const open = openMinutes(facts, day)
    const slots: Slot[] = []
    let run = 0
    for (const [minute, free] of open.entries()) {
      run = free ? run + 1 : 0
      const start = minute + 1 - length
      if (run >= length && grids.every((grid) => start % grid === 0)) slots.push({ day, start, end: start + length })
    }
    return slots
  })
}
