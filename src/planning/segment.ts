import { z } from 'zod'

const rangeSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type TextRange = z.infer<typeof rangeSchema>

/** A piece of the problem text that the model translates in one go; offsets are UTF-16, into the whole text. */
export const segmentSchema = z.object({
  index: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
  /**
   * The text before it, so that "she" and "Tuesday." can be understood: some words of context, then the earlier segments of
   * its stretch. Segments of one stretch share where it begins, so a model reads each word of it only once.
   */
  before: z.array(rangeSchema),
  /** The headings it stands under, outermost first: a title, a line that ends in a colon, a table's header row; for a piece of a long sentence its beginning. */
  headings: z.array(rangeSchema),
})
export type Segment = z.infer<typeof segmentSchema>
