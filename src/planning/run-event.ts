import { z } from 'zod'
import { diagnosticSchema } from './diagnostic.ts'
import { formalizedFactSchema } from './fact.ts'
import { planSchema } from './plan.ts'
import { runParentSchema, runRecipeSchema, runVersionsSchema } from './run-recipe.ts'
import { segmentSchema } from './segment.ts'
import { substitutionSchema } from './term.ts'
import { verdictSchema } from './verdict.ts'

const modelStampSchema = z.object({
  id: z.string(),
  quantization: z.string(),
  sha256: z.string(),
  backend: z.string(),
})
export type ModelStamp = z.infer<typeof modelStampSchema>

const usageSchema = z.object({ promptTokens: z.int().min(0), completionTokens: z.int().min(0) })
export type Usage = z.infer<typeof usageSchema>

/** Wall-clock milliseconds of each hop. */
const timingsSchema = z.object({
  formalizeMs: z.number(),
  solveMs: z.number(),
  validateMs: z.number(),
  totalMs: z.number(),
})
export type Timings = z.infer<typeof timingsSchema>

const stamp = { seq: z.int().min(0), time: z.number() }

/** How a completion was asked for; `grammar` is GBNF. */
const completionRequestSchema = z.object({
  grammar: z.string().optional(),
  maxTokens: z.int().min(1).optional(),
  /** By the names of a language model's sampling parameters. */
  sampling: z.record(z.string(), z.number()).optional(),
})
export type CompletionRequest = z.infer<typeof completionRequestSchema>

/** How a completion came about, beside its text. */
export const completionDetailSchema = z.object({
  finishReason: z.string().optional(),
  /** Reading the prompt, then writing: milliseconds. */
  promptMs: z.number().min(0).optional(),
  generateMs: z.number().min(0).optional(),
  /** Each token and its natural log-probability in the model's own distribution; together they are the completion. */
  tokens: z.array(z.object({ text: z.string(), logprob: z.number() })).optional(),
})
export type CompletionDetail = z.infer<typeof completionDetailSchema>

/** How much a query may use: resolution steps, milliseconds, megabytes, wanted answers. */
const solverLimitsSchema = z.object({
  inferences: z.number(),
  timeMs: z.number(),
  memoryMb: z.number(),
  answers: z.number(),
})

/** How a segment ended: as facts, as the model's own "no constraint", or neither. */
export const segmentOutcomeSchema = z.enum(['facts', 'no-constraint', 'malformed', 'cut-off'])
export type SegmentOutcome = z.infer<typeof segmentOutcomeSchema>

/** The whole answer of a run. `failed` says why in `reason`. */
export const runStatusSchema = z.enum(['solved', 'unsatisfiable', 'unknown', 'incomplete', 'failed', 'cancelled'])
export type RunStatus = z.infer<typeof runStatusSchema>

/** The record of a run, from which everything else is drawn. `seq` counts from 0, `time` is ms since the epoch. */
export const runEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...stamp,
    type: z.literal('run-start'),
    runId: z.string(),
    text: z.string(),
    requestedDomain: z.string(),
    model: modelStampSchema,
    /** How the model was asked for, where that was not by its id: a file's path. */
    requestedModel: z.string().optional(),
    /** These three are absent in runs of earlier versions. */
    recipe: runRecipeSchema.optional(),
    versions: runVersionsSchema.optional(),
    parent: runParentSchema.optional(),
  }),
  z.object({ ...stamp, type: z.literal('segments'), segments: z.array(segmentSchema) }),
  z.object({
    ...stamp,
    type: z.literal('domain'),
    domain: z.string(),
    confidence: z.number(),
    /** How the model was asked and what it said; absent in runs of earlier versions. */
    asked: z
      .object({
        ...completionRequestSchema.shape,
        ...completionDetailSchema.shape,
        prompt: z.string(),
        completion: z.string(),
        usage: usageSchema,
      })
      .optional(),
  }),
  z.object({
    ...stamp,
    type: z.literal('attempt-start'),
    attempt: z.int().min(0),
    segments: z.array(z.int().min(0)),
    reason: z.string(),
    /** The same for each of its segments; absent in runs of earlier versions. */
    request: completionRequestSchema.optional(),
  }),
  z.object({
    ...stamp,
    type: z.literal('segment-start'),
    attempt: z.int(),
    segment: z.int(),
    prompt: z.string(),
    /** Who says what in the prompt, where it is a conversation: role and UTF-16 length; two characters stand between. */
    turns: z.array(z.object({ role: z.string(), length: z.int().min(0) })).optional(),
  }),
  z.object({ ...stamp, type: z.literal('token'), attempt: z.int(), segment: z.int(), text: z.string() }),
  z.object({
    ...stamp,
    type: z.literal('segment-end'),
    attempt: z.int(),
    segment: z.int(),
    outcome: segmentOutcomeSchema,
    completion: z.string(),
    facts: z.array(formalizedFactSchema),
    confidence: z.number(),
    usage: usageSchema,
    /** Absent in runs of earlier versions. */
    detail: completionDetailSchema.optional(),
  }),
  z.object({
    ...stamp,
    type: z.literal('attempt-end'),
    attempt: z.int(),
    /** Segments of which this attempt's translation was taken. */
    kept: z.array(z.int()),
    diagnostics: z.array(diagnosticSchema),
  }),
  z.object({
    ...stamp,
    type: z.literal('formalization'),
    status: z.enum(['formalized', 'incomplete', 'malformed', 'not-a-problem']),
    facts: z.array(formalizedFactSchema),
    uncovered: z.array(z.int()),
    diagnostics: z.array(diagnosticSchema),
    attempts: z.int().min(0),
  }),
  z.object({
    ...stamp,
    type: z.literal('program'),
    program: z.string(),
    query: z.string(),
    /** Absent in runs of earlier versions. */
    limits: solverLimitsSchema.optional(),
  }),
  z.object({
    ...stamp,
    type: z.literal('solve-end'),
    status: z.enum(['answer', 'no-answer', 'limit-exceeded', 'exception']),
    answer: substitutionSchema.optional(),
    message: z.string().optional(),
    inferences: z.int().min(0),
    /** These four are absent in runs of earlier versions, and where the solver did not get so far. */
    consultMs: z.number().min(0).optional(),
    solveMs: z.number().min(0).optional(),
    /** What the program wrote. */
    output: z.string().optional(),
    /** Which limit was reached. */
    limit: z.string().optional(),
  }),
  z.object({
    ...stamp,
    type: z.literal('plan'),
    plan: planSchema,
    benchmarkText: z.string(),
    plainText: z.string(),
  }),
  z.object({ ...stamp, type: z.literal('verdict'), verdict: verdictSchema }),
  z.object({
    ...stamp,
    type: z.literal('conflict'),
    /** Indices of facts that cannot all hold, and each in words; `minimal` is false where the time ran out. */
    factIndices: z.array(z.int()),
    words: z.array(z.string()),
    minimal: z.boolean(),
  }),
  z.object({
    ...stamp,
    type: z.literal('run-end'),
    status: runStatusSchema,
    reason: z.string().optional(),
    /** Code of the error that ended the run, where one did. */
    errorCode: z.string().optional(),
    timings: timingsSchema,
    usage: usageSchema,
  }),
])
export type RunEvent = z.infer<typeof runEventSchema>

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'seq' | 'time'> : never
/** An event before it is numbered and dated. */
export type UndatedRunEvent = WithoutStamp<RunEvent>
