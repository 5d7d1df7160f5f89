import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type GgufHeader, readGgufHeader } from './gguf-header.ts'
import { defaultMaxContextTokens, defaultSequences } from './load-defaults.ts'
import { estimateMemoryBytes } from './memory-estimate.ts'

/** A model that can be loaded, as the list of models shows it. */
export interface CatalogueEntry {
  readonly id: string
  readonly name: string
  readonly file: string
  /** `shipped` comes with Planwright, `user` lies in the models folder of PLANWRIGHT_HOME, `path` was named directly. */
  readonly source: 'shipped' | 'user' | 'path'
  readonly sizeBytes: number
  readonly architecture: string
  readonly quantization: string
  readonly parameters: number
  readonly contextTokens: number
  /** What loading it with the default settings will take. */
  readonly memoryBytes: number
  readonly license?: string
  /** True where it has a chat template. */
  readonly isChat: boolean
  /** What the file must have, where we know. */
  readonly expectedSha256?: string
}

/** A file that lies where a model should, but is none. */
export interface BrokenModel {
  readonly id: string
  readonly file: string
  readonly message: string
  readonly wayOut: string
}

export interface Catalogue {
  readonly models: readonly CatalogueEntry[]
  readonly broken: readonly BrokenModel[]
}

export interface CataloguePlaces {
  /** Where the shipped models lie; the repository's own folder where absent. */
  readonly shipped?: string
  /** PLANWRIGHT_HOME: its `models/*.gguf` are the user's. */
  readonly home?: string
}

export type ModelResolution =
  | { readonly status: 'found'; readonly entry: CatalogueEntry }
  | { readonly status: 'not-found'; readonly message: string; readonly wayOut: string }

const family = 'planwright-nano'
const checksumsSchema = z.record(z.string(), z.string())
/** Best first: what `planwright` takes when nobody names a model. */
const shippedOrder = ['q8_0', 'q4_0', 'q4_k_m', 'f16']

/** The shipped models live beside `src/`, or beside `dist/` in a build: found by walking up. */
async function shippedFolder(): Promise<string> {
  let folder = fileURLToPath(new URL('.', import.meta.url))
  for (;;) {
    const candidate = join(folder, 'models', family)
    const isThere = await readdir(candidate).then(
      () => true,
      () => false,
    )
    if (isThere || resolve(folder, '..') === folder) return candidate
    folder = resolve(folder, '..')
  }
}

/** The shipped models, then the user's, each by name. Files that are no models are told apart, not dropped. */
export async function readCatalogue(places: CataloguePlaces = {}): Promise<Catalogue> {
  const shipped = places.shipped ?? (await shippedFolder())
  const shippedFiles = await ggufFiles(shipped)
  const ownFiles = places.home === undefined ? [] : await ggufFiles(join(places.home, 'models'))
  const checksums = await readChecksums(shipped)
  const all = await Promise.all([
    ...shippedFiles.sort(byShippedOrder).map((file) => readEntry(file, { source: 'shipped', checksums })),
    ...ownFiles.sort().map((file) => readEntry(file, { source: 'user', checksums: {} })),
  ])
  return {
    models: all.filter((entry) => 'source' in entry),
    broken: all.filter((entry) => 'message' in entry),
  }
}

/** Finds a model by id, or by the path of any GGUF file. */
export async function resolveModel(idOrFile: string, places: CataloguePlaces = {}): Promise<ModelResolution> {
  if (/\.gguf$/i.test(idOrFile)) {
    const entry = await readEntry(resolve(idOrFile), { source: 'path', checksums: {} })
    if ('source' in entry) return { status: 'found', entry }
    return { status: 'not-found', message: entry.message, wayOut: entry.wayOut }
  }
  const { models, broken } = await readCatalogue(places)
  const entry = models.find(({ id }) => id === idOrFile)
  if (entry !== undefined) return { status: 'found', entry }
  const damaged = broken.find(({ id }) => id === idOrFile)
  if (damaged !== undefined) return { status: 'not-found', message: damaged.message, wayOut: damaged.wayOut }
  const known = models.map(({ id }) => id).join(', ')
  return {
    status: 'not-found',
    message: `There is no model called ${idOrFile}.`,
    wayOut: `Name one of: ${known === '' ? 'none is installed' : known}; or give the path of a .gguf file.`,
  }
}

function byShippedOrder(left: string, right: string): number {
  const rank = (file: string) => {
    const index = shippedOrder.findIndex((quantization) => basename(file).endsWith(`${quantization}.gguf`))
    return index === -1 ? shippedOrder.length : index
  }
  return rank(left) - rank(right) || left.localeCompare(right)
}

async function ggufFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /\.gguf$/i.test(name)).map((name) => join(folder, name))
  } catch {
    // A folder that is not there holds no models.
    return []
  }
}

async function readChecksums(folder: string): Promise<Readonly<Record<string, string>>> {
  try {
    return checksumsSchema.parse(JSON.parse(await readFile(join(folder, 'checksums.json'), 'utf8')))
  } catch {
    // Without them nothing is expected of the files.
    return {}
  }
}

async function readEntry(
  file: string,
  named: { source: CatalogueEntry['source']; checksums: Readonly<Record<string, string>> },
): Promise<CatalogueEntry | BrokenModel> {
  const id = basename(file).replace(/\.gguf$/i, '')
  const reading = await readGgufHeader(file)
  if (reading.status !== 'read') return { id, file, message: reading.message, wayOut: reading.wayOut }
  return entryOf(reading.header, { id, file, source: named.source, expected: named.checksums[basename(file)] })
}

function entryOf(
  header: GgufHeader,
  named: { id: string; file: string; source: CatalogueEntry['source']; expected: string | undefined },
): CatalogueEntry {
  const { id, file, source, expected } = named
  const contextTokens = Math.min(header.contextTokens || defaultMaxContextTokens, defaultMaxContextTokens)
  return {
    id,
    name: header.name,
    file,
    source,
    sizeBytes: header.sizeBytes,
    architecture: header.architecture,
    quantization: header.quantization,
    parameters: header.parameters,
    contextTokens: header.contextTokens,
    memoryBytes: estimateMemoryBytes(header, { contextTokens, sequences: defaultSequences }),
    ...(header.license === undefined ? {} : { license: header.license }),
    isChat: header.chatTemplate !== undefined,
    ...(expected === undefined ? {} : { expectedSha256: expected }),
  }
}
