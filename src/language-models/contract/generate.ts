import { z } from 'zod'

export const chatMessageSchema = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string(),
})
export type ChatMessage = z.infer<typeof chatMessageSchema>

/** How the next token is drawn. What is absent leaves the distribution as it is. */
export const samplingSchema = z.object({
  /** 0 takes the most probable token always (greedy). */
  temperature: z.number().min(0),
  /** Keeps the most probable tokens whose probabilities add up to this. */
  topP: z.number().min(0).max(1).optional(),
  /** Keeps this many of the most probable tokens. */
  topK: z.int().min(1).optional(),
  /** Keeps tokens at least this probable, relative to the most probable one. */
  minP: z.number().min(0).max(1).optional(),
  /** The same seed, request and model give the same completion. */
  seed: z.int().min(0).optional(),
})
export type Sampling = z.infer<typeof samplingSchema>

const settings = {
  /** GBNF, root rule `root`: the completion is a sentence of it, or was cut off. */
  grammar: z.string().optional(),
  maxTokens: z.int().min(1),
  /** Greedy where absent. */
  sampling: samplingSchema.optional(),
  /** The completion ends before the first of these. */
  stop: z.array(z.string().min(1)).optional(),
}

export const generateRequestSchema = z.union([
  /** Raw text: special and user-defined tokens in it are read as such; the adapter adds a BOS where the model wants one. */
  z.object({ ...settings, prompt: z.string() }),
  /** A conversation, put into the model's own chat template. */
  z.object({ ...settings, messages: z.array(chatMessageSchema).min(1) }),
])
export type GenerateRequest = z.infer<typeof generateRequestSchema>

/** `stop`: the model or a stop string ended it. `length`: `maxTokens` or the context window was used up. */
export const finishReasonSchema = z.enum(['stop', 'length', 'cancelled', 'error'])
export type FinishReason = z.infer<typeof finishReasonSchema>

/** `request` is the index into the requests given. Every request's last part is `end`. */
export const generatePartSchema = z.discriminatedUnion('type', [
  z.object({
    request: z.int().min(0),
    type: z.literal('token'),
    /** May be empty where a token completes no character. */
    text: z.string(),
    /** Natural log-probability in the model's own distribution: at temperature 1, before the grammar masked any token. */
    logprob: z.number(),
  }),
  z.object({
    request: z.int().min(0),
    type: z.literal('usage'),
    promptTokens: z.int().min(0),
    completionTokens: z.int().min(0),
  }),
  z.object({
    request: z.int().min(0),
    type: z.literal('timing'),
    /** From the start of work on the prompt to the first token. */
    promptMs: z.number().min(0),
    /** From the first token to the last; requests that run side by side share the machine. */
    generateMs: z.number().min(0),
  }),
  z.object({
    request: z.int().min(0),
    type: z.literal('end'),
    finishReason: finishReasonSchema,
    /** Where it is `error`: what happened and what to do about it. */
    message: z.string().optional(),
  }),
])
export type GeneratePart = z.infer<typeof generatePartSchema>
