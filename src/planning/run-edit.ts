import { z } from 'zod'
import { planSchema } from './plan.ts'
import { programDiagnosticSchema } from './program-diagnostic.ts'
import { runRecipeSchema } from './run-recipe.ts'
import { verdictSchema } from './verdict.ts'

const textSchema = z.string().max(2_000_000)

/** What a person changed in a run, at the hop from which it is to be run again. */
export const runEditSchema = z.discriminatedUnion('hop', [
  /** The stated facts as Prolog clauses: read, never consulted. */
  z.object({ hop: z.literal('facts'), program: z.string().max(1_000_000) }),
  /** The raw prompt of one segment; the others keep their translations. */
  z.object({ hop: z.literal('prompt'), segment: z.int().min(0), prompt: z.string().min(1).max(200_000) }),
  z.object({ hop: z.literal('sampling'), recipe: runRecipeSchema }),
  /** In the form of `PlanningDomain.exportPlan`; it is only validated. */
  z.object({ hop: z.literal('plan'), plan: z.unknown() }),
  z.object({ hop: z.literal('text'), text: textSchema }),
  /** The same once more. */
  z.object({ hop: z.literal('none') }),
])
export type RunEdit = z.infer<typeof runEditSchema>

/** `refused`: the edit can't be read; nothing was run. */
export const rerunOutcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('started'), runId: z.string() }),
  z.object({ status: z.literal('refused'), diagnostics: z.array(programDiagnosticSchema).min(1) }),
])
export type RerunOutcome = z.infer<typeof rerunOutcomeSchema>

/** What the validator says of a plan that a person wrote. */
export const planCheckSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('checked'), plan: planSchema, plainText: z.string(), verdict: verdictSchema }),
  z.object({ status: z.literal('malformed'), why: z.string() }),
])
export type PlanCheck = z.infer<typeof planCheckSchema>
