import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

const known = new Map<string, string>()

const keyOf = (file: string, { mtimeMs, size }: { size: number; mtimeMs: number }) =>
  `${resolve(file)}\n${size}\n${mtimeMs}`

/** The SHA-256 of a file where this process has read it already; undefined else. Throws what looking at the file throws. */
export async function knownSha256(file: string): Promise<string | undefined> {
  return known.get(keyOf(file, await stat(file)))
}

/**
 * SHA-256 of a file, in lower-case hexadecimal; remembered until size or modification time change.
 * Throws what reading the file throws, and the signal's reason.
 */
export async function fileSha256(
  file: string,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (fraction: number) => void } = {},
): Promise<string> {
  const found = await stat(file)
  const { size } = found
  const key = keyOf(file, found)
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const hash = createHash('sha256')
  let done = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, signal: options.signal })) {
    hash.update(chunk)
    done += chunk.length
    options.onProgress?.(size === 0 ? 1 : done / size)
  }
  const sum = hash.digest('hex')
  known.set(key, sum)
  return sum
}
