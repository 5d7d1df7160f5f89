import { navigate } from '../frame/use-route.ts'

/** Whether the screen before this one is the one to go back to. */
let cameFromHere = false

export function openDemonstration(runId: string): void {
  cameFromHere = true
  navigate('demonstrate', runId)
}

/** Back to where one was; to the list of runs where the address was opened from outside. */
export function leaveDemonstration(): void {
  if (cameFromHere) window.history.back()
  else navigate('runs')
  cameFromHere = false
}
