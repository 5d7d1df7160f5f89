import type { Engine } from '../engine/engine.ts'
import { narrateEvent } from '../engine/narrate-event.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'
import { printTable } from './print-table.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright runs list [--limit N] [--json] | runs show RUN [--json]

  list          the latest runs, newest first (20 where --limit is not given)
  show RUN      tells a run again: its problem, facts, plan and verdict; --json prints its events, one a line`

const options = { json: { type: 'boolean', default: false }, limit: { type: 'string', default: '20' } } as const

async function list(engine: Engine, named: { limit: number; json: boolean; terminal: Terminal }): Promise<number> {
  const { json, limit, terminal } = named
  const runs = await engine.listRuns(limit)
  if (json) terminal.write(`${JSON.stringify(runs, null, 2)}\n`)
  else if (runs.length === 0) terminal.say('There are no runs yet.')
  else {
    const rows = runs.map((run) => {
      const time = new Date(run.time).toISOString().slice(0, 19).replace('T', ' ')
      return [run.runId, time, run.status, run.domain, run.modelId, run.title]
    })
    terminal.write(printTable(['run', 'time (UTC)', 'status', 'domain', 'model', 'problem'], rows))
  }
  return exitCodes.done
}

async function show(engine: Engine, named: { runId: string; json: boolean; terminal: Terminal }): Promise<number> {
  const { json, runId, terminal } = named
  for (const event of await engine.readRun(runId)) {
    if (json) {
      terminal.write(`${JSON.stringify(event)}\n`)
      continue
    }
    if (event.type === 'run-start') terminal.write(`${event.text.trimEnd()}\n\n`)
    terminal.write(
      narrateEvent(event)
        .map(({ text }) => `${text}\n`)
        .join(''),
    )
  }
  return exitCodes.done
}

/** Looks into the runs that are kept. */
export const runsCommand: Command = {
  name: 'runs',
  summary: 'lists the runs that are kept, or shows one again',
  usage,
  async run(args, terminal, openEngine) {
    const { positionals, values } = parseArguments(args, { options, usage, positionals: true })
    const [what, runId, ...more] = positionals
    const { json } = values
    if (what === 'list' && runId === undefined) {
      const limit = wholeNumber(values.limit, { option: '--limit', from: 1, to: 100_000, usage })
      return withEngine(openEngine, (engine) => list(engine, { limit, json, terminal }))
    }
    if (what === 'show' && runId !== undefined && more.length === 0) {
      return withEngine(openEngine, (engine) => show(engine, { runId, json, terminal }))
    }
    throw badUsage('Say "list", or "show" and the name of a run', usage)
  },
}
