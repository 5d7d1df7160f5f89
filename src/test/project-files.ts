import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

export const projectRoot = path.resolve(import.meta.dirname, '..', '..')

const notOurs = new Set(['node_modules', 'dist', '.git', '.cache', '.venv', 'results', 'runs', '__pycache__'])

/** Files below a folder of the project, as paths from its root with forward slashes. */
export function filesUnder(folder: string): string[] {
  const absolute = path.join(projectRoot, folder)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesUnder(file)
    return entry.isFile() ? [file] : []
  })
}

/** Tests and what only they use: fakes, conformance suites, fixtures. */
export function isTestFile(file: string): boolean {
  return /\.test(-d)?\.tsx?$/.test(file) || /(^|\/)(test|__fixtures__)\//.test(file)
}
