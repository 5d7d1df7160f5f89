import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Example, exampleSchema } from '../api/contract.ts'

/** The problems that a newcomer is offered. */
export async function readExamples(projectRoot: string): Promise<Example[]> {
  const file = join(projectRoot, 'datasets', 'examples', 'examples.json')
  return z.array(exampleSchema).parse(JSON.parse(await readFile(file, 'utf8')))
}
