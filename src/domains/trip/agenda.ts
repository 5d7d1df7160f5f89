import type { AgendaEntry } from '../../planning/agenda.ts'
import type { Plan } from '../../planning/plan.ts'
import { tripStays } from './plan.ts'

/** Every stay, whole days; the day of a flight belongs to both cities. */
export function tripAgenda(plan: Plan): AgendaEntry[] {
  const stays = tripStays(plan) ?? []
  return stays.map(({ city, from, to }) => ({
    title: city,
    place: city,
    when: { kind: 'days', first: from, last: to },
  }))
}
