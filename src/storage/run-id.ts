import { PlanwrightError } from '../base/planwright-error.ts'

const runIdPattern = /^run-[0-9a-z]+$/

export const isRunId = (text: string): boolean => runIdPattern.test(text)

/** Throws `invalid-input` for what names no run. */
export function checkRunId(text: string): void {
  if (isRunId(text)) return
  throw new PlanwrightError({ code: 'invalid-input', message: `"${text}" is not the name of a run.` })
}
