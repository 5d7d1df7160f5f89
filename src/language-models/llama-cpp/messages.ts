import { z } from 'zod'
import { generatePartSchema, generateRequestSchema } from '../contract/generate.ts'

/** Threads for work on prompts and for single tokens: what is fast for one can be slow for the other. */
export const threadsSchema = z.object({ prompt: z.int().min(1), token: z.int().min(1) })
export type Threads = z.infer<typeof threadsSchema>

export const loadSettingsSchema = z.object({
  file: z.string(),
  contextTokens: z.int().min(1),
  sequences: z.int().min(1),
  threads: z.union([threadsSchema, z.literal('calibrate')]),
  gpu: z.union([z.literal(false), z.literal('auto')]),
  /** From the file's header. */
  headWidth: z.int().min(0),
  vocabulary: z.int().min(0),
  hasChatTemplate: z.boolean(),
})
export type LoadSettings = z.infer<typeof loadSettingsSchema>

/** What the engine says to a model process. */
export const toModelProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('load'), settings: loadSettingsSchema }),
  z.object({ type: z.literal('generate'), batch: z.int(), requests: z.array(generateRequestSchema) }),
  z.object({ type: z.literal('cancel'), batch: z.int() }),
  z.object({ type: z.literal('count-tokens'), id: z.int(), text: z.string() }),
])
export type ToModelProcess = z.infer<typeof toModelProcessSchema>

/** What a model process answers. */
export const fromModelProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), stage: z.enum(['loading', 'calibrating']), fraction: z.number() }),
  z.object({
    type: z.literal('loaded'),
    backend: z.string(),
    contextTokens: z.int().min(1),
    threads: threadsSchema,
    warnings: z.array(z.string()),
  }),
  z.object({ type: z.literal('load-failed'), cause: z.string() }),
  z.object({ type: z.literal('parts'), batch: z.int(), parts: z.array(generatePartSchema) }),
  z.object({ type: z.literal('token-count'), id: z.int(), count: z.int().min(0) }),
])
export type FromModelProcess = z.infer<typeof fromModelProcessSchema>
