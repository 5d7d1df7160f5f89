import type { RunSummary } from '../api/contract.ts'
import type { RunEvent } from '../planning/run-event.ts'

const titleLength = 80

/** A run in one line, from its events. */
export function summarizeRun(runId: string, events: readonly RunEvent[]): RunSummary {
  let title = ''
  let modelId = ''
  let domain = ''
  let status: RunSummary['status'] = 'running'
  for (const event of events) {
    if (event.type === 'run-start') {
      title = event.text.replaceAll(/\s+/g, ' ').trim().slice(0, titleLength)
      modelId = event.model.id
      domain = event.requestedDomain
    } else if (event.type === 'domain') {
      domain = event.domain
    } else if (event.type === 'run-end') {
      status = event.status
    }
  }
  return { runId, time: events[0]?.time ?? 0, modelId, domain, status, title }
}
