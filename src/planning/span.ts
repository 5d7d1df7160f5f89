import { z } from 'zod'

/** A stretch of the problem text: the segment it lies in, and UTF-16 offsets into the whole text, end excluded. */
export const spanSchema = z.object({
  segment: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
})
export type Span = z.infer<typeof spanSchema>
