import { z } from 'zod'

export const becauseSentenceSchema = z.object({
  /** Into the facts of the run; null where the sentence is about words that no fact came of. */
  factIndex: z.int().min(0).nullable(),
  /** The segment of the text that it speaks of, where that is known and no fact says it. */
  segment: z.int().min(0).nullable(),
  /** A sentence without its full stop: "Ana is busy on Monday from 9:00 to 10:00". */
  text: z.string(),
  /** Without this fact the plan would be another, or there would be none; of a clash: without it the others that are named can all hold. */
  isDecisive: z.boolean(),
})
export type BecauseSentence = z.infer<typeof becauseSentenceSchema>

/** Why a run's answer is what it is, in sentences taken from its facts, its proof or its complaints; no model writes any. */
export const becauseSchema = z.object({
  /**
   * `plan`: what decides it, then what it keeps besides. `conflict`: what cannot all hold. `violations`: what the plan
   * breaks. `missing`: why it is a draft. `nothing`: there is no answer to explain.
   */
  about: z.enum(['plan', 'conflict', 'violations', 'missing', 'nothing']),
  sentences: z.array(becauseSentenceSchema),
  /** False where not every fact could be tried: one that is not called decisive may be so all the same. */
  isComplete: z.boolean(),
})
export type Because = z.infer<typeof becauseSchema>
