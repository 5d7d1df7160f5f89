import type { ExportFormat } from '../../api/runs-contract.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { planningDomains } from '../../domains/registry.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { writeOtlpLine } from '../../telemetry/otlp-json.ts'
import { traceRun } from '../../telemetry/trace-run.ts'
import { summarizeResult } from '../run-result.ts'
import { writeCalendarFile } from './icalendar.ts'
import { writeMarkdown } from './markdown.ts'
import { civilDateOf, readCivilDate } from './plan-dates.ts'

export interface ExportOptions {
  /** Of Planwright. */
  readonly version: string
  readonly format: Exclude<ExportFormat, 'html'>
  /** Of `ics`: the date of a plan's first day, "2026-11-21"; the day of the run where absent. */
  readonly startDate?: string
}

/** A run as a file of another program. Throws `invalid-input` where it has no plan for a diary, or for what is no date. */
export function exportRun(runId: string, events: readonly RunEvent[], options: ExportOptions): string {
  const result = summarizeResult(events)
  const start = events.find((event) => event.type === 'run-start')
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`
    case 'markdown':
      return writeMarkdown({ ...result, runId }, start?.text ?? '')
    case 'otlp':
      return writeOtlpLine(traceRun(runId, events), { version: options.version, project: 'planwright' })
    case 'ics':
      return calendarOf(runId, events, options.startDate)
  }
}

function calendarOf(runId: string, events: readonly RunEvent[], startDate: string | undefined): string {
  const plan = events.findLast((event) => event.type === 'plan')?.plan
  const facts = events.findLast((event) => event.type === 'formalization')?.facts.map(({ fact }) => fact) ?? []
  const domain = plan === undefined ? undefined : planningDomains.get(plan.domain)
  if (plan === undefined || domain === undefined) {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `The run ${runId} has no plan to put into a calendar.`,
    })
  }
  const time = events[0]?.time ?? 0
  const given = startDate === undefined ? undefined : readCivilDate(startDate)
  if (startDate !== undefined && given === undefined) {
    throw new PlanwrightError({ code: 'invalid-input', message: `"${startDate}" is no date like 2026-11-21.` })
  }
  return writeCalendarFile({
    runId,
    title: `${domain.title} plan`,
    time,
    agenda: domain.agenda(plan, facts),
    firstDate: given ?? civilDateOf(time),
    isGiven: given !== undefined,
  })
}
