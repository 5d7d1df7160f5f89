import { z } from 'zod'

/** Something that a run rested on and that is not here any more as it was. */
export const driftSchema = z.object({
  what: z.enum(['model', 'checksum', 'quantization', 'planwright', 'prolog', 'prompt']),
  /** Which one, where there are several. */
  name: z.string().optional(),
  was: z.string(),
  /** Null where it is gone. */
  is: z.string().nullable(),
})
export type Drift = z.infer<typeof driftSchema>
