import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findProjectRoot } from './project-root.ts'

/** The version of Planwright, from its package file. */
export async function readVersion(): Promise<string> {
  const file = join(findProjectRoot(import.meta.url), 'package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(file, 'utf8'))).version
}
