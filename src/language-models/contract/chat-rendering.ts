import { z } from 'zod'

/** A conversation as its model is given it. */
export const chatRenderingSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('rendered'),
    /** The model's chat template (Jinja), as it stands in its file. */
    template: z.string(),
    /** All of the prompt, in order; what the chat template adds, and what stands in the messages. */
    parts: z.array(z.object({ text: z.string(), isTemplate: z.boolean() })),
  }),
  /** It takes no conversations. */
  z.object({ status: z.literal('no-template') }),
  z.object({ status: z.literal('failed'), message: z.string() }),
])
export type ChatRendering = z.infer<typeof chatRenderingSchema>
