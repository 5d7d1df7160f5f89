import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { becauseSchema } from '../planning/because.ts'
import { programDiagnosticSchema } from '../planning/program-diagnostic.ts'
import { driftSchema } from '../planning/run-drift.ts'
import { planCheckSchema, rerunOutcomeSchema, runEditSchema } from '../planning/run-edit.ts'
import { runEventSchema } from '../planning/run-event.ts'
import { runRecipeSchema } from '../planning/run-recipe.ts'
import { runSummarySchema } from '../planning/run-summary.ts'
import { traceSpansSchema } from './trace-span.ts'
import { pushOutcomeSchema } from './traces-contract.ts'

/**
 * `ics` is iCalendar, of the plan alone; `otlp` a trace, a line of an OTLP JSON Lines file; `html` a page that plays the run
 * again without network, engine or installation.
 */
export const exportFormatSchema = z.enum(['json', 'markdown', 'ics', 'otlp', 'html'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

const runStartSchema = z.object({
  text: z.string().max(2_000_000),
  domain: z.string().default('auto'),
  modelId: z.string(),
  recipe: runRecipeSchema.default({}),
})

export const runsContract = {
  /** Starts a run and returns at once. */
  start: oc.input(runStartSchema).output(z.object({ runId: z.string() })),
  /** All events after `afterSeq` (-1 for all), then those to come, until the run ends. Resumes after a reconnect. */
  watch: oc
    .input(z.object({ runId: z.string(), afterSeq: z.int().min(-1).default(-1) }))
    .output(eventIterator(runEventSchema)),
  cancel: oc.input(z.object({ runId: z.string() })).output(z.object({ cancelled: z.boolean() })),
  list: oc.input(z.object({ limit: z.int().min(1).max(1000).default(100) })).output(z.array(runSummarySchema)),
  /** The run as a file of another program; `startDate` ("2026-11-21") is the first day of its plan in a diary. */
  export: oc
    .input(z.object({ runId: z.string(), format: exportFormatSchema, startDate: z.string().max(20).optional() }))
    .output(z.object({ text: z.string() })),
  /** Why the run's answer is what it is. Solves again without each fact, for two seconds at most. Throws `not-found`. */
  because: oc.input(z.object({ runId: z.string() })).output(becauseSchema),
  /** The spans of a run, the root first; of one under way those so far. */
  trace: oc.input(z.object({ runId: z.string() })).output(z.object({ spans: traceSpansSchema })),
  /**
   * Sends the run's trace, with the problem's text in it, to a receiver of OTLP/HTTP; nothing is sent unless this is called.
   * Without an address to the one in the setting `telemetry`.
   */
  push: oc
    .input(z.object({ runId: z.string(), address: z.string().max(2000).optional(), gzip: z.boolean().optional() }))
    .output(pushOutcomeSchema),
  /** Runs an ended run again from an edited hop, as a child of it. */
  rerun: oc.input(z.object({ runId: z.string(), edit: runEditSchema })).output(rerunOutcomeSchema),
  /** What the validator says of a plan, in the form of its domain's export, against the facts of a run. */
  checkPlan: oc.input(z.object({ runId: z.string(), plan: z.unknown() })).output(planCheckSchema),
  /** What is wrong or doubtful in facts that a person writes for a run. */
  checkFacts: oc
    .input(z.object({ runId: z.string(), program: z.string().max(1_000_000) }))
    .output(z.array(programDiagnosticSchema)),
  /** What a run rested on that is not here any more as it was. */
  drift: oc.input(z.object({ runId: z.string() })).output(z.array(driftSchema)),
  events: oc.input(z.object({ runId: z.string() })).output(z.array(runEventSchema)),
}
