import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { knownArchitectures } from './known-architectures.ts'

/** In its list, but no language model's. */
const others: ReadonlySet<string> = new Set(['clip', '(unknown)', 'unknown'])

it('are those of the llama.cpp that is bundled', async () => {
  const require = createRequire(import.meta.url)
  const library = require.resolve('node-llama-cpp')
  const source = await readFile(join(library, '..', 'gguf', 'types', 'GgufMetadataTypes.d.ts'), 'utf8')
  const [, names = ''] = /enum GgufArchitectureType \{([^}]+)\}/.exec(source) ?? []
  const own = [...names.matchAll(/= "([^"]+)"/g)].map(([, name = '']) => name).filter((name) => !others.has(name))

  expect([...knownArchitectures].sort()).toEqual(own.sort())
})
