import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { GgufCursor, type GgufValue, HeaderCorrupt, HeaderCutOff } from './gguf-cursor.ts'
import { quantizationName, tensorBytes } from './gguf-types.ts'

/** What a GGUF file says about the model in it, read without loading it. */
export interface GgufHeader {
  readonly architecture: string
  /** The file's name where the model has none. */
  readonly name: string
  readonly license?: string
  /** Who made it: its author, else its organization. */
  readonly author?: string
  /** A sentence about it, in its maker's words. */
  readonly description?: string
  readonly quantization: string
  readonly parameters: number
  /** What the model was trained for. */
  readonly contextTokens: number
  readonly chatTemplate?: string
  readonly layers: number
  readonly width: number
  readonly heads: number
  readonly keyValueHeads: number
  readonly headWidth: number
  readonly vocabulary: number
  /** Which kind of tokenizer, in llama.cpp's word: `llama` (SentencePiece), `gpt2` (BPE), `bert`, ...; empty where there is none. */
  readonly tokenizer: string
  /** Files that the model is spread over. */
  readonly files: number
  readonly sizeBytes: number
}

export type GgufFailure = 'not-found' | 'unreadable' | 'foreign' | 'unsupported' | 'truncated' | 'corrupt'

export type GgufReading =
  | { readonly status: 'read'; readonly header: GgufHeader }
  | { readonly status: GgufFailure; readonly message: string; readonly wayOut: string }

const magic = 'GGUF'
const firstRead = 1 << 18
const maxHeaderBytes = 1 << 28
const maxEntries = 1_000_000
const getAnother = 'Download the file again, or choose another model.'

/**
 * Reads and checks the header of a model file: magic, version, every key and tensor, and that all its data is there.
 * `name` is what messages call the file; its own name where absent.
 */
export async function readGgufHeader(file: string, name: string = basename(file)): Promise<GgufReading> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isMissing)
      return { status: 'not-found', message: `There is no file ${file}.`, wayOut: 'Check the path of the model.' }
    return unreadable(name, error)
  }
  try {
    const { size } = await handle.stat()
    return await readPrefix(handle, { name, size, prefix: firstRead })
  } catch (error) {
    return unreadable(name, error)
  } finally {
    await handle.close()
  }
}

const unreadable = (name: string, error: unknown): GgufReading => ({
  status: 'unreadable',
  message: `${name} could not be read: ${error instanceof Error ? error.message : String(error)}.`,
  wayOut: 'Check that it is a file and that you may read it.',
})

async function readPrefix(
  handle: FileHandle,
  named: { name: string; size: number; prefix: number },
): Promise<GgufReading> {
  const { name, size } = named
  const length = Math.min(named.prefix, size)
  const bytes = Buffer.alloc(length)
  await handle.read(bytes, 0, length, 0)
  try {
    return interpret(new GgufCursor(bytes, size), { name, size })
  } catch (error) {
    if (error instanceof HeaderCutOff && length < size && length < maxHeaderBytes)
      return readPrefix(handle, { ...named, prefix: named.prefix * 4 })
    if (error instanceof HeaderCutOff) return truncated(name, 'it ends inside its header')
    if (error instanceof HeaderCorrupt)
      return { status: 'corrupt', message: `${name} is damaged: its header has ${error.message}.`, wayOut: getAnother }
    throw error
  }
}

const truncated = (name: string, how: string): GgufReading => ({
  status: 'truncated',
  message: `${name} is cut off: ${how}.`,
  wayOut: 'The download or copy did not finish. Download the file again.',
})

function interpret(cursor: GgufCursor, named: { name: string; size: number }): GgufReading {
  const { name, size } = named
  if (size === 0) return truncated(name, 'it is empty')
  if (size < 4 || Buffer.from(Uint32Array.of(cursor.uint32()).buffer).toString('latin1') !== magic)
    return { status: 'foreign', message: `${name} is not a GGUF model.`, wayOut: 'Choose a file that ends in .gguf.' }
  const version = cursor.uint32()
  if (version !== 2 && version !== 3) {
    const message = `${name} is a GGUF file of version ${version > 0xffff ? 'big-endian' : version}; 2 and 3 can be read.`
    return { status: 'unsupported', message, wayOut: 'Choose a newer conversion of the model.' }
  }
  const tensorCount = cursor.uint64()
  const keyCount = cursor.uint64()
  if (tensorCount > maxEntries || keyCount > maxEntries) throw new HeaderCorrupt(`${tensorCount} tensors`)
  const metadata = new Map<string, GgufValue>()
  for (let index = 0; index < keyCount; index++) metadata.set(cursor.string(), cursor.value(cursor.uint32()))
  const tensors = readTensors(cursor, tensorCount)
  const alignment = numberOf(metadata, 'general.alignment') ?? 32
  const dataStart = Math.ceil(cursor.at / alignment) * alignment
  const missing = dataStart + tensors.end - size
  if (missing > 0) return truncated(name, `${missing} bytes of its weights are missing`)
  return { status: 'read', header: headerOf({ metadata, tensors, fileName: name, sizeBytes: size }) }
}

interface Tensors {
  readonly parameters: number
  readonly valuesByType: ReadonlyMap<number, number>
  /** Where the last tensor ends, from the start of the data. */
  readonly end: number
}

function readTensors(cursor: GgufCursor, count: number): Tensors {
  const valuesByType = new Map<number, number>()
  let parameters = 0
  let end = 0
  for (let index = 0; index < count; index++) {
    cursor.string()
    const dimensions = cursor.uint32()
    if (dimensions > 4) throw new HeaderCorrupt(`a tensor of ${dimensions} dimensions`)
    let values = 1
    for (let dimension = 0; dimension < dimensions; dimension++) values *= cursor.uint64()
    const type = cursor.uint32()
    const offset = cursor.uint64()
    parameters += values
    valuesByType.set(type, (valuesByType.get(type) ?? 0) + values)
    end = Math.max(end, offset + (tensorBytes(type, values) ?? 0))
  }
  return { parameters, valuesByType, end }
}

function numberOf(metadata: ReadonlyMap<string, GgufValue>, key: string): number | undefined {
  const value = metadata.get(key)
  return typeof value === 'number' ? value : undefined
}

function stringOf(metadata: ReadonlyMap<string, GgufValue>, key: string): string | undefined {
  const value = metadata.get(key)
  return typeof value === 'string' ? value : undefined
}

function headerOf(named: {
  metadata: ReadonlyMap<string, GgufValue>
  tensors: Tensors
  fileName: string
  sizeBytes: number
}): GgufHeader {
  const { metadata, tensors, fileName, sizeBytes } = named
  const architecture = stringOf(metadata, 'general.architecture') ?? 'unknown'
  const own = (key: string) => numberOf(metadata, `${architecture}.${key}`)
  const width = own('embedding_length') ?? 0
  const heads = own('attention.head_count') ?? 1
  const tokens = metadata.get('tokenizer.ggml.tokens')
  const license = stringOf(metadata, 'general.license.name') ?? stringOf(metadata, 'general.license')
  const author = stringOf(metadata, 'general.author') ?? stringOf(metadata, 'general.organization')
  const description = stringOf(metadata, 'general.description')
  const chatTemplate = stringOf(metadata, 'tokenizer.chat_template')
  return {
    architecture,
    name: stringOf(metadata, 'general.name') ?? fileName,
    ...(license === undefined ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    ...(description === undefined ? {} : { description }),
    quantization: quantizationName(numberOf(metadata, 'general.file_type'), tensors.valuesByType),
    parameters: tensors.parameters,
    contextTokens: own('context_length') ?? 0,
    ...(chatTemplate === undefined ? {} : { chatTemplate }),
    layers: own('block_count') ?? 0,
    width,
    heads,
    keyValueHeads: own('attention.head_count_kv') ?? heads,
    headWidth: own('attention.key_length') ?? Math.floor(width / heads),
    vocabulary: typeof tokens === 'object' ? tokens.length : (own('vocab_size') ?? 0),
    tokenizer: stringOf(metadata, 'tokenizer.ggml.model') ?? '',
    files: Math.max(1, numberOf(metadata, 'split.count') ?? 1),
    sizeBytes,
  }
}
