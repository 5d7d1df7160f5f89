import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cellOutcomeSchema, runCellSchema } from '../planning/cell.ts'
import { comparisonSchema, variantSchema } from '../planning/comparison.ts'

const shareSchema = z.object({ count: z.int(), of: z.int(), share: z.number(), low: z.number(), high: z.number() })

/** A column's head: all of its finished cells in a line. */
const variantSummarySchema = z.object({
  done: z.int(),
  /** Good outcomes, with their 95 % interval (Wilson). */
  good: shareSchema,
  p50Ms: z.number().nullable(),
  tokensPerSecond: z.number().nullable(),
  /** The most that was seen, in bytes. */
  memoryBytes: z.number(),
})
export type VariantSummary = z.infer<typeof variantSummarySchema>

/** How far the unattended work on a comparison is. */
const queueStateSchema = z.object({
  done: z.int(),
  of: z.int(),
  /** Of this comparison; null until that can be told. */
  leftMs: z.number().nullable(),
  /** What is run now. */
  current: z.object({ problem: z.int(), variant: z.int(), runId: z.string() }).nullable(),
  /** What a person should know: why it paused, what a restart found. */
  message: z.string().nullable(),
})
export type QueueState = z.infer<typeof queueStateSchema>

export const comparisonOverviewSchema = z.object({
  comparison: comparisonSchema,
  variants: z.array(variantSummarySchema),
  queue: queueStateSchema,
})
export type ComparisonOverview = z.infer<typeof comparisonOverviewSchema>

/** Repeats in one cell: how many are done, how many good, how many different plans. */
const matrixCellSchema = z.object({
  done: z.int(),
  good: z.int(),
  plans: z.int(),
  isRunning: z.boolean(),
  /** The least good of its repeats. */
  outcome: cellOutcomeSchema.nullable(),
  line: z.string(),
  planKey: z.string(),
  runId: z.string().nullable(),
  /** Medians. */
  latencyMs: z.number(),
  tokens: z.number(),
  tokensPerSecond: z.number(),
  memoryBytes: z.number(),
})
export type MatrixCell = z.infer<typeof matrixCellSchema>

export const matrixRowSchema = z.object({
  problem: z.int(),
  id: z.string(),
  task: z.string(),
  level: z.string(),
  title: z.string(),
  cells: z.array(matrixCellSchema),
})
export type MatrixRow = z.infer<typeof matrixRowSchema>

export const matrixFilterSchema = z.object({
  /** Part of a problem's text or name; a regular expression where `isRegex` says so. */
  text: z.string().max(500).default(''),
  isRegex: z.boolean().default(false),
  outcomes: z.array(cellOutcomeSchema).default([]),
  onlyFailures: z.boolean().default(false),
  /** Rows whose cells do not all have the same outcome and plan. */
  onlyDiffering: z.boolean().default(false),
  level: z.string().default(''),
  sort: z
    .object({
      by: z.enum(['position', 'level', 'text', 'outcome', 'latency']),
      /** The column that `outcome` and `latency` mean. */
      variant: z.int().min(0).default(0),
      descending: z.boolean().default(false),
    })
    .default({ by: 'position', variant: 0, descending: false }),
})
export type MatrixFilter = z.infer<typeof matrixFilterSchema>

const id = { comparisonId: z.string() }

export const comparisonsContract = {
  list: oc.output(z.array(comparisonOverviewSchema)),
  overview: oc.input(z.object(id)).output(comparisonOverviewSchema),
  /** Begins a comparison; its runs are made in the background, model by model. */
  create: oc
    .input(
      z.object({
        name: z.string().min(1).max(200),
        datasetId: z.string(),
        variants: z.array(variantSchema).min(1).max(24),
        repeats: z.int().min(1).max(100),
      }),
    )
    .output(comparisonSchema),
  /** Positions of the problems that pass, in order; levels to choose from; why a pattern is none. */
  find: oc
    .input(z.object({ ...id, filter: matrixFilterSchema }))
    .output(z.object({ problems: z.array(z.int()), levels: z.array(z.string()), complaint: z.string().nullable() })),
  rows: oc.input(z.object({ ...id, problems: z.array(z.int().min(0)).max(500) })).output(z.array(matrixRowSchema)),
  /** All repeats of one cell. */
  cell: oc
    .input(z.object({ ...id, problem: z.int().min(0), variant: z.int().min(0) }))
    .output(z.object({ text: z.string(), runs: z.array(runCellSchema) })),
  pause: oc.input(z.object(id)).output(z.void()),
  /** Goes on with what is left; also after `cancel`. */
  resume: oc.input(z.object(id)).output(z.void()),
  cancel: oc.input(z.object(id)).output(z.void()),
  /** Into the bin, or out of it. Nothing is deleted. */
  bin: oc.input(z.object({ ...id, isBinned: z.boolean() })).output(z.void()),
}
