import { z } from 'zod'

const bytes = z.number().min(0)

/** What a model's file says about it. */
export const modelFactsSchema = z.object({
  architecture: z.string(),
  layers: z.number(),
  heads: z.number(),
  keyValueHeads: z.number(),
  /** Numbers that stand for a token inside the model. */
  embeddingLength: z.number(),
  parameters: z.number(),
  quantization: z.string(),
  /** What it was trained for; 0 where its file does not say. */
  contextTokens: z.number(),
  /** In llama.cpp's word: `llama` (SentencePiece), `gpt2` (BPE), ... */
  tokenizer: z.string(),
  vocabulary: z.number(),
  license: z.string().optional(),
  author: z.string().optional(),
  description: z.string().optional(),
  /** Jinja. */
  chatTemplate: z.string().optional(),
  /** Of the file; absent where nobody has read all of it yet. */
  sha256: z.string().optional(),
})
export type ModelFacts = z.infer<typeof modelFactsSchema>

/** The parts of the memory that it would take, by estimate, and what is free. */
export const modelMemorySchema = z.object({
  /** The window of one request. */
  contextTokens: z.number(),
  /** Requests computed side by side, each with a window of its own. */
  sequences: z.number(),
  weightsBytes: bytes,
  cacheBytes: bytes,
  buffersBytes: bytes,
  processBytes: bytes,
  totalBytes: bytes,
  freeBytes: bytes,
})
export type ModelMemory = z.infer<typeof modelMemorySchema>

/** What should be known before it is loaded; none of them keeps it from being loaded. */
export const modelWarningSchema = z.object({
  kind: z.enum(['memory', 'edge', 'architecture', 'files']),
  message: z.string(),
})
export type ModelWarning = z.infer<typeof modelWarningSchema>

export const modelDetailsSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('readable'),
    id: z.string(),
    name: z.string(),
    file: z.string(),
    source: z.enum(['shipped', 'user', 'path']),
    sizeBytes: bytes,
    facts: modelFactsSchema,
    memory: modelMemorySchema,
    warnings: z.array(modelWarningSchema),
  }),
  /** A file that lies where a model should, and is none. */
  z.object({
    status: z.literal('damaged'),
    id: z.string(),
    file: z.string(),
    message: z.string(),
    wayOut: z.string(),
  }),
])
export type ModelDetails = z.infer<typeof modelDetailsSchema>
