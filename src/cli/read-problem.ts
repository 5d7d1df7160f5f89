import { open } from 'node:fs/promises'
import { PlanwrightError } from '../base/planwright-error.ts'

/** More than any problem has, and little enough to read before we say so. */
const maxBytes = 1_000_000

const tooLarge = (place: string) =>
  new PlanwrightError({
    code: 'invalid-input',
    message: `The text in ${place} is too long: more than ${maxBytes / 1000} kB.`,
    wayOut: 'Give one planning problem at a time, of at most a few pages.',
  })

/** The problem's text from a file, or from standard input for `-`. Throws `invalid-input` or `not-found`. */
export async function readProblem(file: string): Promise<string> {
  const place = file === '-' ? 'standard input' : file
  const bytes = file === '-' ? await readInput(place) : await readFile(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: `${place} does not hold text in UTF-8.`,
      wayOut: 'Give a plain text file in UTF-8.',
    })
  }
}

async function readInput(place: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    length += bytes.length
    if (length > maxBytes) throw tooLarge(place)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

async function readFile(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      if (size > maxBytes) throw tooLarge(file)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw fileError(error, file)
  }
}

function fileError(error: unknown, file: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const why: Readonly<Record<string, string>> = {
    ENOENT: `There is no file ${file}.`,
    ENOTDIR: `There is no file ${file}.`,
    EISDIR: `${file} is a folder, not a file.`,
    EACCES: `There is no permission to read ${file}.`,
  }
  const message = typeof code === 'string' ? why[code] : undefined
  return message === undefined ? error : new PlanwrightError({ code: 'not-found', message, cause: error })
}
