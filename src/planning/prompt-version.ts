import { z } from 'zod'

/** A prompt template as it once was. Versions of a name count from 1; one that is there never changes. */
export const promptVersionSchema = z.object({
  name: z.string().min(1).max(80),
  version: z.int().min(1),
  /** Milliseconds since the epoch. */
  time: z.number(),
  text: z.string().max(200_000),
  /** Why it was made, in its author's words. */
  note: z.string().max(2_000),
})
export type PromptVersion = z.infer<typeof promptVersionSchema>
