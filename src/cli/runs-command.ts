import { writeFile } from 'node:fs/promises'
import { exportFormatSchema } from '../api/runs-contract.ts'
import { PlanwrightError } from '../base/planwright-error.ts'
import type { Engine } from '../engine/engine.ts'
import { narrateEvent } from '../engine/narrate-event.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'
import { printTable } from './print-table.ts'
import { rerun } from './rerun.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright runs list [--limit N] [--json] | runs show RUN [--json]
  | runs export RUN --format json|markdown|html|ics|otlp [--start-date YYYY-MM-DD] [--out FILE]
  | runs rerun RUN [--facts FILE | --plan FILE | --text FILE | --sampling JSON] [--json]

  list          the latest runs, newest first (20 where --limit is not given)
  show RUN      tells a run again: its problem, facts, plan and verdict; --json prints its events, one a line
  export RUN    the run as a file of another program, on standard output where --out is not given: json, markdown,
                html (one page that plays the run again in any browser, without network or Planwright), otlp (a trace
                for Langfuse, MLflow and the like) or ics (iCalendar: the plan alone, its first day on --start-date, or
                where that is not given on the day of the run)
  rerun RUN     runs it exactly again and says what is not as then; or from one edited hop: facts (Prolog clauses), plan
                (JSON as in runs export: it is only validated), the problem's text, or sampling parameters with repairs
                ('{"temperature": 0.7, "seed": 4, "repairs": 1}')`

const options = {
  json: { type: 'boolean', default: false },
  limit: { type: 'string', default: '20' },
  format: { type: 'string' },
  'start-date': { type: 'string' },
  out: { type: 'string' },
  facts: { type: 'string' },
  plan: { type: 'string' },
  text: { type: 'string' },
  sampling: { type: 'string' },
} as const

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

/** A file that is there already stays: it may be somebody's work. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    const why = isThere ? 'it is there already' : error instanceof Error ? error.message : String(error)
    throw new PlanwrightError({ code: 'invalid-input', message: `${file} can't be written: ${why}.` })
  }
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
    if (what === 'export' && runId !== undefined && more.length === 0) {
      const format = exportFormatSchema.safeParse(values.format).data
      if (format === undefined) throw badUsage(`--format is one of ${exportFormatSchema.options.join(', ')}`, usage)
      const startDate = values['start-date']
      const text = await withEngine(openEngine, (engine) =>
        engine.exportRun(runId, { format, ...(startDate === undefined ? {} : { startDate }) }),
      )
      if (values.out === undefined) terminal.write(text)
      else await writeNew(values.out, text)
      return exitCodes.done
    }
    if (what === 'rerun' && runId !== undefined && more.length === 0) {
      const { facts, plan, sampling, text } = values
      const written = { facts, plan, sampling, text }
      return withEngine(openEngine, (engine) => rerun(engine, runId, { written, usage, json, terminal }))
    }
    throw badUsage('Say "list", or "show", "export" or "rerun" and the name of a run', usage)
  },
}
