import type { Plan } from '../../src/planning/plan.ts'

/** A field of a row as a person types it. */
export type PlanField = 'day' | 'city' | 'person' | 'start' | 'end' | 'from' | 'to'
export type PlanRow = Readonly<Partial<Record<PlanField, string>>>

/** How the plans of a domain are edited. */
export interface PlanForm {
  readonly fields: readonly { readonly field: PlanField; readonly kind: 'name' | 'clock' | 'day-number' }[]
  /** Whether there are several rows that can be ordered. */
  readonly isList: boolean
}

export const planForms: Readonly<Record<string, PlanForm>> = {
  calendar: {
    fields: [
      { field: 'day', kind: 'name' },
      { field: 'start', kind: 'clock' },
      { field: 'end', kind: 'clock' },
    ],
    isList: false,
  },
  trip: {
    fields: [
      { field: 'city', kind: 'name' },
      { field: 'from', kind: 'day-number' },
      { field: 'to', kind: 'day-number' },
    ],
    isList: true,
  },
  meeting: {
    fields: [
      { field: 'person', kind: 'name' },
      { field: 'start', kind: 'clock' },
      { field: 'end', kind: 'clock' },
    ],
    isList: true,
  },
}

export const writeClock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** "9:30" → 570; null for what is no time of day. */
export function readClock(written: string): number | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(written) ?? []
  if (hours === undefined) return null
  const time = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && time <= 1440 ? time : null
}

/** What a field says, as the engine wants it; null for what can't be read. */
export function readField(kind: 'name' | 'clock' | 'day-number', written: string): string | number | null {
  if (kind === 'clock') return readClock(written)
  if (kind === 'name') return written.trim() === '' ? null : written.trim()
  return /^\s*\d{1,4}\s*$/.test(written) ? Number(written) : null
}

/** The rows of a plan, to be edited; what lies between meetings or stays comes about by itself. */
export function planRows(plan: Plan): PlanRow[] {
  return plan.steps.flatMap(({ action, args }): PlanRow[] => {
    const { city, day, endMin, fromDay, person, startMin, toDay } = args
    if (action === 'stay') return [{ city: String(city), from: String(fromDay), to: String(toDay) }]
    if (action !== 'meet') return []
    const times = { start: writeClock(Number(startMin)), end: writeClock(Number(endMin)) }
    return [person === undefined ? { day: String(day), ...times } : { person: String(person), ...times }]
  })
}

/** The rows in the form of the domain's export; null where a field can't be read. */
export function writtenPlan(domain: string, rows: readonly PlanRow[]): unknown {
  const form = planForms[domain]
  if (form === undefined) return null
  const read = rows.map((row) =>
    Object.fromEntries(form.fields.map(({ field, kind }) => [field, readField(kind, row[field] ?? '')])),
  )
  if (read.some((row) => Object.values(row).includes(null))) return null
  return form.isList ? read : (read[0] ?? null)
}
