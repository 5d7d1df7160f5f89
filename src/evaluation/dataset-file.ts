import { z } from 'zod'
import { isPlanwrightError, PlanwrightError } from '../base/planwright-error.ts'
import { naturalPlanSample } from './natural-plan/natural-plan-sample.ts'
import type { Sample } from './sample.ts'
import { wildSample } from './wild/wild-sample.ts'

/**
 * Reads a data set from a file's text: NATURAL PLAN's JSON, an object of records, or JSON Lines with a `family` each.
 * Throws `invalid-input` that names the file, the line and what is wrong with it.
 */
export function readDataset(file: string, written: string): Sample[] {
  // Some editors on Windows begin a file with it.
  const text = written.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw broken(file, 1, 'there are no problems in it')
  const samples = isJsonLines(file, text) ? readLines(file, text) : readRecords(file, text)
  if (samples.length > 0) return samples
  throw broken(file, 1, 'there are no problems in it')
}

/** The benchmark's JSON opens a record of records, each with a prompt; a line of the other form says its family. */
function isJsonLines(file: string, text: string): boolean {
  if (/\.(jsonl|ndjson)$/i.test(file)) return true
  const [first = ''] = text.trimStart().split('\n', 1)
  return /"family"\s*:/.test(first) && !/"prompt_0shot"\s*:/.test(first)
}

function readLines(file: string, text: string): Sample[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    return [
      located({ file, line: index + 1 }, () => ({
        ...wildSample(JSON.parse(line)),
        source: fileOfOne(line),
      })),
    ]
  })
}

function readRecords(file: string, text: string): Sample[] {
  const neither = 'neither NATURAL PLAN (a JSON object of problems) nor JSON Lines with a "family" in each'
  let records: unknown
  if (!text.trimStart().startsWith('{')) throw broken(file, 1, neither)
  try {
    records = JSON.parse(text)
  } catch (error) {
    throw broken(file, lineOfSyntaxError(error, text), reasonOf(error))
  }
  if (typeof records !== 'object' || records === null) throw broken(file, 1, neither)
  return Object.entries(records).map(([id, record]) => {
    const at = text.indexOf(`${JSON.stringify(id)}:`)
    return located({ file, line: lineAt(text, at), id }, () => ({
      ...naturalPlanSample(id, record),
      source: fileOfOne(JSON.stringify({ [id]: record })),
    }))
  })
}

/** A problem alone is a file of its dataset too, and can be read again from that. */
const fileOfOne = (text: string) => ({ kind: 'file', text })

function located(place: { file: string; line: number; id?: string }, read: () => Sample): Sample {
  try {
    return read()
  } catch (error) {
    throw broken(place.file, place.line, `${place.id === undefined ? '' : `${place.id}: `}${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues
    return issue === undefined ? 'not a problem' : `${issue.path.join('.') || 'the record'}: ${issue.message}`
  }
  if (error instanceof SyntaxError) return `no JSON: ${withoutPosition(error.message)}`
  return isPlanwrightError(error) ? error.message : String(error)
}

/** A position in the file, or line 1 of a text that is itself a line, says less than the line that we name. */
const withoutPosition = (message: string) =>
  message
    .replace(/ in JSON at position \d+( \(line \d+ (column \d+)\))?/, (_, __, column?: string) =>
      column === undefined ? '' : `, ${column}`,
    )
    .replace(/ JSON input$/, '')
    .replace(/, ("|\.\.\.).* is not valid JSON$/s, '')

const lineAt = (text: string, offset: number) => text.slice(0, Math.max(0, offset)).split('\n').length

function lineOfSyntaxError(error: unknown, text: string): number {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? []
  return lineAt(text, position === undefined ? text.trimEnd().length : Number(position))
}

const broken = (file: string, line: number, why: string) =>
  new PlanwrightError({
    code: 'invalid-input',
    message: `${file}, line ${line}: ${why}`,
    wayOut: 'Repair or remove the line. Nothing was evaluated, and earlier predictions are untouched.',
  })
