import type { Engine, RunOptions } from '../engine/engine.ts'
import { narrateEvent } from '../engine/narrate-event.ts'
import { summarizeResult } from '../engine/run-result.ts'
import { chooseModel } from './choose-model.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { badUsage, parseArguments } from './parse-arguments.ts'
import { readProblem } from './read-problem.ts'
import type { RunEvent } from './run-event.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright plan [TEXT | --file F | -] [--domain calendar|trip|meeting|auto] [--model ID|FILE.gguf] [--json]

  TEXT          the problem; - reads it from standard input
  --file F      reads it from a file
  --domain D    what kind of problem it is; auto (the default) lets the model say
  --model M     one of "planwright models", or the path of a GGUF file
  --json        one JSON object at the end instead of the story as it unfolds`

const options = {
  file: { type: 'string' },
  domain: { type: 'string', default: 'auto' },
  model: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

async function problemText(texts: readonly string[], file: string | undefined): Promise<string> {
  const [text, ...more] = texts
  if (text !== undefined && (more.length > 0 || file !== undefined)) {
    throw badUsage('Give one text: put it in quotes, or name a file', usage)
  }
  if (text !== undefined && text !== '-') return text
  if (text === undefined && file === undefined) throw badUsage('There is no problem to plan', usage)
  return readProblem(file ?? '-')
}

/** Runs one problem to its end and hands on its events; Ctrl-C cancels it. */
async function runToEnd(named: {
  engine: Engine
  run: RunOptions
  signal: AbortSignal
  onEvent: (event: RunEvent) => void
}): Promise<RunEvent[]> {
  const { engine, onEvent, run, signal } = named
  const runId = engine.startRun(run)
  const cancel = () => void engine.cancelRun(runId)
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const events: RunEvent[] = []
  for await (const event of engine.watchRun(runId, -1)) {
    events.push(event)
    onEvent(event)
  }
  await engine.savedRun(runId)
  return events
}

function tell(terminal: Terminal, event: RunEvent): void {
  for (const { kind, text } of narrateEvent(event)) {
    if (kind === 'result') terminal.write(`${text}\n`)
    else terminal.say(text)
  }
}

/** Turns a problem into a plan: facts as they come, then plan, verdict and times, or one JSON object. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'turns a problem in plain words into a checked plan',
  usage,
  async run(args, terminal, openEngine) {
    const { positionals, values } = parseArguments(args, { options, usage, positionals: true })
    const text = await problemText(positionals, values.file)
    return withEngine(openEngine, async (engine) => {
      const domains = [...engine.listDomains().map(({ id }) => id), 'auto']
      if (!domains.includes(values.domain)) {
        throw badUsage(`There is no planning domain "${values.domain}" (${domains.join(', ')})`, usage)
      }
      engine.checkText(text)
      const modelId = await chooseModel(engine, values.model)
      const events = await runToEnd({
        engine,
        run: { text, domain: values.domain, modelId },
        signal: terminal.signal,
        onEvent: (event) => {
          if (!values.json) tell(terminal, event)
        },
      })
      const result = summarizeResult(events)
      if (values.json) terminal.write(`${JSON.stringify(result, null, 2)}\n`)
      if (values.json && result.reason !== null) terminal.say(`planwright: ${result.reason}`)
      // Ctrl-C in a terminal reaches the model's process too: its death may be told first.
      if (result.runStatus === 'cancelled' || terminal.signal.aborted) return exitCodes.interrupted
      if (result.status === 'solved') return exitCodes.done
      return result.errorCode === 'invalid-input' ? exitCodes.badInput : exitCodes.failed
    })
  },
}
