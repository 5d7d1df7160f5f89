import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PlanwrightError } from '../base/planwright-error.ts'
import type { Engine } from '../engine/engine.ts'
import { exitCodes, type Terminal } from './command.ts'
import { followRun } from './follow-run.ts'
import { badUsage } from './parse-arguments.ts'

/** What is edited, as the command line has it: at most one of them. */
export interface WrittenEdit {
  readonly facts?: string | undefined
  readonly plan?: string | undefined
  readonly sampling?: string | undefined
  readonly text?: string | undefined
}

type Edit = Parameters<Engine['reruns']['rerun']>[1]

const samplingSchema = z.record(z.string(), z.number())

/** Runs a kept run again: exactly, or from one edited hop; says first what has changed since then. */
export async function rerun(
  engine: Engine,
  runId: string,
  named: { written: WrittenEdit; usage: string; json: boolean; terminal: Terminal },
): Promise<number> {
  const { terminal } = named
  const edit = await readEdit(named.written, named.usage)
  if (edit.hop === 'none') {
    for (const { is, name, was, what } of await engine.reruns.driftSince(runId)) {
      const subject = name === undefined ? what : `${what} ${name}`
      terminal.say(`not as then: ${subject} was ${was} and ${is === null ? 'is gone' : `is ${is}`}`)
    }
  }
  const outcome = await engine.reruns.rerun(runId, edit)
  if (outcome.status === 'started') return followRun(engine, outcome.runId, named)
  for (const { message, start } of outcome.diagnostics) {
    terminal.say(edit.hop === 'facts' ? `line ${start.line}, column ${start.column}: ${message}` : message)
  }
  return exitCodes.badInput
}

async function readEdit(written: WrittenEdit, usage: string): Promise<Edit> {
  const [first, ...more] = Object.entries(written).filter(([, value]) => value !== undefined)
  if (more.length > 0) throw badUsage('One edit at a time', usage)
  const [hop, value = ''] = first ?? []
  switch (hop) {
    case 'facts':
      return { hop, program: await readFile(value, 'utf8') }
    case 'text':
      return { hop, text: await readFile(value, 'utf8') }
    case 'plan':
      return { hop, plan: readJson(await readFile(value, 'utf8'), value) }
    case 'sampling': {
      const sampling = samplingSchema.safeParse(readJson(value, '--sampling')).data
      if (sampling === undefined) throw badUsage('--sampling is a JSON object of numbers', usage)
      const { repairs, ...rest } = sampling
      return { hop, recipe: { sampling: rest, ...(repairs === undefined ? {} : { repairs }) } }
    }
    default:
      return { hop: 'none' }
  }
}

function readJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = `${from} is no JSON: ${error instanceof Error ? error.message : String(error)}.`
    throw new PlanwrightError({ code: 'invalid-input', message })
  }
}
