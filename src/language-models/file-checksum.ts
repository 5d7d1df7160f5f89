import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

const known = new Map<string, string>()

/**
 * SHA-256 of a file, in lower-case hexadecimal; remembered until size or modification time change.
 * Throws what reading the file throws, and the signal's reason.
 */
export async function fileSha256(
  file: string,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (fraction: number) => void } = {},
): Promise<string> {
  const { size, mtimeMs } = await stat(file)
  const key = `${resolve(file)}\n${size}\n${mtimeMs}`
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
