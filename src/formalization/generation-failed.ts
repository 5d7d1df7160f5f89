import { PlanwrightError } from '../base/planwright-error.ts'

/** A generation that ended in an error: the model's process died, or the model can't do what was asked. */
export function generationFailed(message: string | undefined): PlanwrightError {
  return new PlanwrightError({
    code: 'engine-stopped',
    message: `The language model stopped: ${message ?? 'it gave no reason'}.`,
    wayOut: 'Run the problem again; if it stops again, choose another model.',
  })
}
