import { clock } from '../picture/clock.ts'
import { capitalised, nameKey } from '../picture/names.ts'
import type { PictureProblem } from '../picture/picture-model.ts'
import { planStrings } from '../strings.ts'
import { type CalendarAxis, calendarAxis } from './calendar-axis.ts'
import { type CalendarFacts, proposedSlot, readCalendarFacts, type Slot } from './calendar-facts.ts'
import { isSameSlot, type SlotReason, slotReasons } from './slot-reasons.ts'
import { isOnDay, type Stretch } from './stretch.ts'

const words = planStrings.calendar

/** `busy` and `not-free` are no times, `unwanted` neither, by a wish or a bound; `free` is on offer. */
export type CalendarBlockKind = 'busy' | 'not-free' | 'unwanted' | 'free'

/** A time of one person on one day. */
export interface CalendarBlock {
  readonly kind: CalendarBlockKind
  readonly fromMin: number
  readonly toMin: number
  readonly factIndices: readonly number[]
}

/** `possible`: no fact was found against it. */
export type CandidateState = 'chosen' | 'possible' | 'rejected'

/** A time of the asked length. */
export interface Candidate extends Slot {
  readonly state: CandidateState
  readonly reasons: readonly SlotReason[]
  /** What is said of it, in whole sentences. */
  readonly label: string
}

export interface CalendarDay {
  readonly day: string
  /** One for each person, in the order of the axis. */
  readonly lanes: readonly { readonly person: string; readonly blocks: readonly CalendarBlock[] }[]
  readonly candidates: readonly Candidate[]
}

export interface CalendarPicture {
  readonly axis: CalendarAxis
  readonly proposal: Slot
  readonly days: readonly CalendarDay[]
  /** The plan is like the other plans beside it. */
  readonly isQuiet: boolean
}

/** The days on offer, what each person has on them, and each time that could be chosen with what is against it. */
export function calendarPicture(problem: PictureProblem<CalendarAxis>): CalendarPicture | undefined {
  const proposal = proposedSlot(problem.plan)
  const axis = problem.axis ?? calendarAxis([problem])
  if (proposal === undefined || axis === undefined) return undefined
  const facts = readCalendarFacts(problem.facts)
  const people = axis.people.length === 0 ? [{ key: '', name: words.everyone }] : axis.people
  return {
    axis,
    proposal,
    isQuiet: problem.quietSteps?.has(0) ?? false,
    days: axis.days.map((day) => ({
      day,
      lanes: people.map(({ key, name }) => ({ person: name, blocks: blocksOf({ facts, axis, day }, key) })),
      candidates: candidatesOf({ facts, axis, day }, proposal),
    })),
  }
}

interface Place {
  readonly facts: CalendarFacts
  readonly axis: CalendarAxis
  readonly day: string
}

function blocksOf({ axis, day, facts }: Place, person: string): CalendarBlock[] {
  const isMine = ({ who }: Stretch) => who.key === person || who.key === ''
  const today = facts.stretches.filter((one) => isMine(one) && isOnDay(one, day))
  const clipped = today.flatMap(({ factIndex, fromMin, kind, toMin }): CalendarBlock[] => {
    const [from, to] = [Math.max(fromMin ?? axis.from, axis.from), Math.min(toMin ?? axis.to, axis.to)]
    return from < to ? [{ kind, fromMin: from, toMin: to, factIndices: [factIndex] }] : []
  })
  const owners = new Set(facts.stretches.filter((one) => one.kind === 'free' && isMine(one)).map(({ who }) => who.key))
  const closed = [...owners].flatMap((key) => {
    const free = today.filter((one) => one.kind === 'free' && one.who.key === key)
    return gaps(free, axis)
  })
  const free = clipped.filter(({ kind }) => kind === 'free')
  return [...closed, ...clipped.filter(({ kind }) => kind !== 'free'), ...joined(free)]
}

/** Windows that touch or overlap are one. */
function joined(windows: readonly CalendarBlock[]): CalendarBlock[] {
  const result: CalendarBlock[] = []
  for (const window of windows.toSorted((one, other) => one.fromMin - other.fromMin)) {
    const last = result.at(-1)
    if (last === undefined || last.toMin < window.fromMin) result.push(window)
    else {
      const factIndices = [...last.factIndices, ...window.factIndices]
      result[result.length - 1] = { ...last, toMin: Math.max(last.toMin, window.toMin), factIndices }
    }
  }
  return result
}

/** The times outside of all windows. */
function gaps(windows: readonly Stretch[], axis: CalendarAxis): CalendarBlock[] {
  const result: CalendarBlock[] = []
  let minute = axis.from
  const close = (to: number) => {
    if (minute < to)
      result.push({ kind: 'not-free', fromMin: minute, toMin: to, factIndices: windows.map((one) => one.factIndex) })
  }
  for (const { fromMin, toMin } of windows.toSorted((one, other) => (one.fromMin ?? 0) - (other.fromMin ?? 0))) {
    close(Math.min(fromMin ?? axis.from, axis.to))
    minute = Math.max(minute, toMin ?? axis.to)
  }
  close(axis.to)
  return result
}

function candidatesOf({ axis, day, facts }: Place, proposal: Slot): Candidate[] {
  const length = facts.durationMin ?? proposal.endMin - proposal.startMin
  const isOffered = facts.days.some((one) => nameKey(one) === nameKey(day))
  const starts = new Set<number>()
  if (length > 0 && isOffered) {
    const step = Math.max(...facts.grids, length < 30 ? 15 : 30)
    const first = Math.ceil(facts.hours.from / step) * step
    for (let start = first; start + length <= facts.hours.to; start += step) {
      if (facts.grids.every((grid) => start % grid === 0)) starts.add(start)
    }
  }
  const own = nameKey(proposal.day) === nameKey(day)
  const slots = [...starts].map((startMin) => ({ day, startMin, endMin: startMin + length }))
  const all = own && !slots.some((slot) => isSameSlot(slot, proposal)) ? [...slots, { ...proposal, day }] : slots
  return all
    .toSorted((one, other) => one.startMin - other.startMin)
    .filter(({ endMin, startMin }) => startMin >= axis.from && endMin <= axis.to)
    .map((slot) => judge(facts, slot, proposal))
}

function judge(facts: CalendarFacts, slot: Slot, proposal: Slot): Candidate {
  const reasons = slotReasons(facts, slot)
  const isChosen = isSameSlot(slot, proposal)
  const state = isChosen ? 'chosen' : reasons.length > 0 ? 'rejected' : 'possible'
  const against = reasons.map((one) => capitalised(one.words)).join('. ')
  const wish = facts.wishes.length === 1 ? facts.wishes[0]?.wish : undefined
  const remark =
    reasons.length > 0
      ? `${against}.`
      : isChosen
        ? words.nothingAgainst
        : words.possible(wish, isBehind(facts, slot, proposal))
  const what = words.slot(slot.day, clock(slot.startMin), clock(slot.endMin))
  const verdict = isChosen ? words.proposed : reasons.length > 0 ? words.rejected : words.couldBe
  return { ...slot, state, reasons, label: `${what}: ${verdict}. ${remark}` }
}

/** Whether the one wish that is stated likes the proposal better. */
function isBehind({ days, wishes }: CalendarFacts, slot: Slot, proposal: Slot): boolean {
  const place = ({ day, startMin }: Slot) => days.findIndex((one) => nameKey(one) === nameKey(day)) * 1440 + startMin
  const later = place(slot) - place(proposal)
  return wishes[0]?.wish === 'earliest' ? later > 0 : later < 0
}
