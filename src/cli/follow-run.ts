import type { Engine } from '../engine/engine.ts'
import { narrateEvent } from '../engine/narrate-event.ts'
import { summarizeResult } from '../engine/run-result.ts'
import { exitCodes, type Terminal } from './command.ts'
import type { RunEvent } from './run-event.ts'

/** Follows a run that was started to its end, tells it or prints its result, and says how it went; Ctrl-C cancels it. */
export async function followRun(
  engine: Engine,
  runId: string,
  { json, terminal }: { json: boolean; terminal: Terminal },
): Promise<number> {
  const { signal } = terminal
  const cancel = () => void engine.cancelRun(runId)
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const events: RunEvent[] = []
  for await (const event of engine.watchRun(runId, -1)) {
    events.push(event)
    if (!json) tell(terminal, event)
  }
  await engine.savedRun(runId)
  const result = summarizeResult(events)
  if (json) terminal.write(`${JSON.stringify(result, null, 2)}\n`)
  if (json && result.reason !== null) terminal.say(`planwright: ${result.reason}`)
  // Ctrl-C in a terminal reaches the model's process too: its death may be told first.
  if (result.runStatus === 'cancelled' || signal.aborted) return exitCodes.interrupted
  if (result.status === 'solved') return exitCodes.done
  return result.errorCode === 'invalid-input' ? exitCodes.badInput : exitCodes.failed
}

function tell(terminal: Terminal, event: RunEvent): void {
  for (const { kind, text } of narrateEvent(event)) {
    if (kind === 'result') terminal.write(`${text}\n`)
    else terminal.say(text)
  }
}
