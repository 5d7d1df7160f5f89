import { PlanwrightError } from '../../base/planwright-error.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import { writeOtlpProtobuf } from '../../telemetry/otlp-protobuf.ts'
import { type PushOutcome, pushTrace } from '../../telemetry/push-trace.ts'
import { headersVariable, readReceiver } from '../../telemetry/trace-receiver.ts'
import { traceRun } from '../../telemetry/trace-run.ts'
import { readVersion } from '../version.ts'

/** Where a trace is to be sent. */
export interface PushTarget {
  readonly address?: string | undefined
  readonly gzip?: boolean
}

/** Sends a run's trace. Throws `invalid-input` where nobody said where to, or not clearly. */
export async function pushRun(
  runId: string,
  events: readonly RunEvent[],
  { address = '', gzip = false }: PushTarget,
): Promise<PushOutcome> {
  if (address.trim() === '') {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: 'Nobody has said where traces are sent to.',
      wayOut: 'Give an address like http://localhost:6006.',
    })
  }
  const receiver = readReceiver(address, process.env[headersVariable])
  const source = { version: await readVersion(), project: 'planwright' }
  return pushTrace(writeOtlpProtobuf(traceRun(runId, events), source), receiver, { gzip })
}
