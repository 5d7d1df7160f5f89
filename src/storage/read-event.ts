import { type RunEvent, runEventSchema } from '../planning/run-event.ts'

/** The event that a line of JSON is; none where it is torn, or an event of another version. */
export function readEvent(line: string): RunEvent[] {
  try {
    const event = runEventSchema.safeParse(JSON.parse(line))
    return event.success ? [event.data] : []
  } catch {
    return []
  }
}
