import type { Plan } from './plan.ts'

/** A plan that a person wrote, or why it is none. */
export type PlanReading =
  | { readonly status: 'plan'; readonly plan: Plan }
  /** One sentence for the person: "the 2nd stay lacks its city". */
  | { readonly status: 'malformed'; readonly why: string }
