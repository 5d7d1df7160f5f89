import type { AgendaEntry } from '../../planning/agenda.ts'
import type { Plan } from '../../planning/plan.ts'
import { meetingSteps } from './plan.ts'

/** Every meeting and the way to it. */
export function meetingAgenda(plan: Plan): AgendaEntry[] {
  const agenda: AgendaEntry[] = []
  const hours = (fromMin: number, toMin: number) => ({ kind: 'hours' as const, day: 1, fromMin, toMin })
  let place = ''
  for (const step of meetingSteps(plan) ?? []) {
    if (step.action === 'start') place = step.place
    if (step.action === 'travel') {
      const { arriveMin, lengthMin, to } = step
      agenda.push({ title: `${place} to ${to}`, when: hours(arriveMin - lengthMin, arriveMin) })
      place = to
    }
    if (step.action === 'meet') {
      const { endMin, person, startMin } = step
      agenda.push({ title: `Meet ${person}`, ...(place === '' ? {} : { place }), when: hours(startMin, endMin) })
    }
  }
  return agenda
}
