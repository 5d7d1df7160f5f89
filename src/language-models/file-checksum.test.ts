import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fileSha256 } from './file-checksum.ts'

const folder = mkdtempSync(join(tmpdir(), 'planwright-checksum-'))
const file = join(folder, 'file')
afterAll(() => rmSync(folder, { recursive: true }))

it('is the SHA-256 of what the file holds now', async () => {
  writeFileSync(file, 'abc')
  // The example of FIPS 180-2.
  expect(await fileSha256(file)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')

  writeFileSync(file, '')
  expect(await fileSha256(file)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

it('stops when it is cancelled', async () => {
  writeFileSync(file, Buffer.alloc(4 << 20))

  await expect(fileSha256(file, { signal: AbortSignal.abort() })).rejects.toThrow()
})
