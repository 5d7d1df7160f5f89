import type { RunEvent } from '../planning/run-event.ts'
import type { RunSummary } from '../planning/run-summary.ts'

const titleLength = 80

/** The summary after some more events of the run; `before` is undefined where these are its first. */
export function summarizeRun(before: RunSummary | undefined, runId: string, events: readonly RunEvent[]): RunSummary {
  const time = Math.floor(events[0]?.time ?? 0)
  let summary = before ?? { runId, time, modelId: '', domain: '', status: 'running', title: '' }
  for (const event of events) summary = { ...summary, ...changeBy(event) }
  return summary
}

function changeBy(event: RunEvent): Partial<RunSummary> {
  switch (event.type) {
    case 'run-start': {
      const title = event.text.replaceAll(/\s+/g, ' ').trim().slice(0, titleLength)
      return { title, modelId: event.model.id, domain: event.requestedDomain }
    }
    case 'domain':
      return { domain: event.domain }
    case 'run-end':
      return { status: event.status }
    default:
      return {}
  }
}
