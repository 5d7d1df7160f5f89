import type { ModelDetails, ModelWarning } from '../../api/model-details.ts'
import type { CatalogueEntry } from '../../language-models/catalogue.ts'
import { isBeyondEdge } from '../../language-models/edge-limit.ts'
import { knownSha256 } from '../../language-models/file-checksum.ts'
import { type GgufHeader, readGgufHeader } from '../../language-models/gguf-header.ts'
import { knownArchitectures } from '../../language-models/known-architectures.ts'
import { defaultMaxContextTokens, defaultSequences } from '../../language-models/load-defaults.ts'
import { estimateMemory } from '../../language-models/memory-estimate.ts'

export interface DetailsWishes {
  /** The window of one request; what loading would choose where absent. */
  readonly contextTokens: number | undefined
  /** What a new process can have. */
  readonly freeBytes: number
}

type Named = Pick<CatalogueEntry, 'id' | 'file' | 'source' | 'expectedSha256'>

/** Reads what a model's file says about it, and estimates the memory it would take. Nothing is loaded. */
export async function readDetails(named: Named, wishes: DetailsWishes): Promise<ModelDetails> {
  const { expectedSha256, file, id, source } = named
  const reading = await readGgufHeader(file)
  if (reading.status !== 'read') {
    return { status: 'damaged', id, file, message: reading.message, wayOut: reading.wayOut }
  }
  const { header } = reading
  const memory = memoryOf(header, wishes)
  const sha256 = expectedSha256 ?? (await knownSha256(file))
  return {
    status: 'readable',
    id,
    name: header.name,
    file,
    source,
    sizeBytes: header.sizeBytes,
    facts: factsOf(header, sha256),
    memory,
    warnings: warningsOf(header, memory),
  }
}

function factsOf(header: GgufHeader, sha256: string | undefined) {
  const { author, chatTemplate, description, license } = header
  return {
    architecture: header.architecture,
    layers: header.layers,
    heads: header.heads,
    keyValueHeads: header.keyValueHeads,
    embeddingLength: header.width,
    parameters: header.parameters,
    quantization: header.quantization,
    contextTokens: header.contextTokens,
    tokenizer: header.tokenizer,
    vocabulary: header.vocabulary,
    ...(license === undefined ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    ...(description === undefined ? {} : { description }),
    ...(chatTemplate === undefined ? {} : { chatTemplate }),
    ...(sha256 === undefined ? {} : { sha256 }),
  }
}

/** As loading would choose it: never more than it was trained for. */
function memoryOf(header: GgufHeader, { contextTokens: wanted, freeBytes }: DetailsWishes) {
  const trained = header.contextTokens > 0 ? header.contextTokens : defaultMaxContextTokens
  const contextTokens = Math.min(wanted ?? defaultMaxContextTokens, trained)
  const sum = estimateMemory(header, { contextTokens, sequences: defaultSequences })
  const totalBytes = sum.weightsBytes + sum.cacheBytes + sum.buffersBytes + sum.processBytes
  return { contextTokens, sequences: defaultSequences, ...sum, totalBytes, freeBytes }
}

function warningsOf(header: GgufHeader, memory: { totalBytes: number; freeBytes: number }): ModelWarning[] {
  const warnings: ModelWarning[] = []
  if (memory.totalBytes > memory.freeBytes) {
    const message = `It would take about ${inGigabytes(memory.totalBytes)} of memory; ${inGigabytes(memory.freeBytes)} are free. It may be slow, or the system may end it.`
    warnings.push({ kind: 'memory', message })
  }
  if (isBeyondEdge(header)) {
    const message = 'Not for the edge: more than 8 billion parameters or 4 GB, which a small machine does not hold.'
    warnings.push({ kind: 'edge', message })
  }
  if (!knownArchitectures.has(header.architecture)) {
    const message = `Its architecture "${header.architecture}" is not one that this Planwright knows; it may not load.`
    warnings.push({ kind: 'architecture', message })
  }
  if (header.files > 1) {
    const message = `This is one of ${header.files} files of the model; all of them have to lie in the same folder.`
    warnings.push({ kind: 'files', message })
  }
  return warnings
}

const inGigabytes = (bytes: number) =>
  bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
