import { z } from 'zod'
import { PlanwrightError } from '../base/planwright-error.ts'
import type { RunEvent } from '../planning/run-event.ts'
import { writeOtlpProtobuf } from '../telemetry/otlp-protobuf.ts'
import { type PushOutcome, pushTrace } from '../telemetry/push-trace.ts'
import { type ReadTraces, readOtlp } from '../telemetry/read-otlp.ts'
import type { Span } from '../telemetry/span.ts'
import { headersVariable, readReceiver } from '../telemetry/trace-receiver.ts'
import { traceRun } from '../telemetry/trace-run.ts'
import { readVersion } from './version.ts'

/** Where a trace is to be sent; what is absent is taken from the setting `telemetry`. */
export interface PushTarget {
  readonly address?: string | undefined
  readonly gzip?: boolean | undefined
}

/** What the engine does with traces. */
export interface Traces {
  /** The spans of a run, or of what there is of it, lean. Throws `not-found`. */
  spansOf(runId: string): Promise<readonly Span[]>
  /** Sends a run's trace. Throws `not-found`, or `invalid-input` where nobody said where to, or not clearly. */
  push(runId: string, target: PushTarget): Promise<PushOutcome>
  /** Throws `invalid-input` for what are no traces. */
  read(text: string): ReadTraces
}

/** The setting `telemetry`. Keys never stand in it: they come from the environment. */
const telemetrySettingSchema = z.object({ address: z.string().optional(), gzip: z.boolean().optional() })

export function createTraces(named: {
  readonly readRun: (runId: string) => Promise<readonly RunEvent[]>
  readonly readSettings: () => Promise<Readonly<Record<string, unknown>>>
}): Traces {
  const spansOf = async (runId: string) => traceRun(runId, await named.readRun(runId))
  return {
    spansOf: async (runId) => traceRun(runId, await named.readRun(runId), { isLean: true }),
    read: readOtlp,
    async push(runId, target) {
      const setting = telemetrySettingSchema.safeParse((await named.readSettings())['telemetry']).data
      const address = target.address ?? setting?.address ?? ''
      if (address.trim() === '') {
        throw new PlanwrightError({
          code: 'invalid-input',
          message: 'Nobody has said where traces are sent to.',
          wayOut: 'Give an address like http://localhost:6006.',
        })
      }
      const receiver = readReceiver(address, process.env[headersVariable])
      const body = writeOtlpProtobuf(await spansOf(runId), { version: await readVersion(), project: 'planwright' })
      return pushTrace(body, receiver, { gzip: target.gzip ?? setting?.gzip ?? false })
    },
  }
}
