import { appendFile, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type ModelMeasurement, modelMeasurementSchema } from '../../api/model-measurement.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'

/** This machine, as measurements name it: its processor and how many threads that has. */
export function machineName(): string {
  const all = cpus()
  return `${all[0]?.model.trim() || process.arch}, ${all.length} threads`
}

const folderOf = (home: string) => join(home, 'measurements')

/** Keeps a measurement: a line more in the file of its model's checksum. Throws `io`. */
export async function keepMeasurement(home: string, measurement: ModelMeasurement): Promise<void> {
  const folder = folderOf(home)
  try {
    await mkdir(folder, { recursive: true })
    await appendFile(join(folder, `${measurement.sha256}.jsonl`), `${JSON.stringify(measurement)}\n`)
  } catch (error) {
    throw new PlanwrightError({
      code: 'io',
      message: `The measurement could not be kept in ${folder}: ${error instanceof Error ? error.message : error}.`,
      wayOut: 'Make room on the disk, or see to it that you may write there. Then measure again.',
      cause: error,
    })
  }
}

/** All that can be read, the oldest first. */
export async function readMeasurements(home: string): Promise<ModelMeasurement[]> {
  const names = await readdir(folderOf(home)).catch(() => [])
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.jsonl')).map((name) => readFile(join(folderOf(home), name), 'utf8')),
  )
  return texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => readLine(line))
    .sort((left, right) => left.time - right.time)
}

/** A line that was cut off by a crash, or is of another version, is none. */
function readLine(line: string): ModelMeasurement[] {
  try {
    return [modelMeasurementSchema.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

/** The newest measurement of this very file on this machine. */
export async function measurementOf(
  all: readonly ModelMeasurement[],
  model: { readonly file: string; readonly sha256: string | undefined },
): Promise<ModelMeasurement | null> {
  const found = await stat(model.file).catch(() => undefined)
  const machine = machineName()
  const isSame = ({ modifiedMs, sha256, sizeBytes }: ModelMeasurement) =>
    model.sha256 === undefined ? sizeBytes === found?.size && modifiedMs === found.mtimeMs : sha256 === model.sha256
  return all.findLast((one) => one.machine === machine && isSame(one)) ?? null
}
