import { z } from 'zod'

/** A Prolog term as plain data: what an engine answers with. Lists are terms of their own, not nested pairs. */
export type Term =
  | { readonly type: 'atom'; readonly name: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'list'; readonly items: readonly Term[] }
  | { readonly type: 'compound'; readonly functor: string; readonly args: readonly Term[] }

export const termSchema: z.ZodType<Term> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('atom'), name: z.string() }),
    z.object({ type: z.literal('number'), value: z.number() }),
    z.object({ type: z.literal('variable'), name: z.string() }),
    z.object({ type: z.literal('list'), items: z.array(termSchema) }),
    z.object({ type: z.literal('compound'), functor: z.string(), args: z.array(termSchema) }),
  ]),
)

/** What a query binds: variable name → term. */
export const substitutionSchema = z.record(z.string(), termSchema)
export type Substitution = z.infer<typeof substitutionSchema>
