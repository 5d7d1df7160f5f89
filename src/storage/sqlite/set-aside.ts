import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const endings = ['', '-wal', '-shm'] as const

const markOf = (file: string) => `${file}.damaged`

/** Notes that a store turned out to be damaged while it was in use: it is set aside when it is opened next. */
export function markDamaged(file: string): void {
  writeFileSync(markOf(file), '')
}

export const isMarkedDamaged = (file: string): boolean => existsSync(markOf(file))

/** Moves a store out of the way, whole, into a folder of its own under `home`. Returns that folder. */
export function setAside(named: {
  readonly home: string
  readonly file: string
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly why: 'damaged' | 'replaced'
}): string {
  const { file, home, now, why } = named
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')
  let folder = join(home, `${why}-${time}`)
  for (let more = 2; existsSync(folder); more++) folder = join(home, `${why}-${time}-${more}`)
  mkdirSync(folder, { recursive: true })
  for (const ending of endings) {
    if (existsSync(file + ending)) renameSync(file + ending, join(folder, `runs.sqlite${ending}`))
  }
  rmSync(markOf(file), { force: true })
  return folder
}
