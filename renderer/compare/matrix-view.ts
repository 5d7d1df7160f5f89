import { z } from 'zod'
import { type MatrixFilter, matrixFilterSchema } from '../../src/api/comparisons-contract.ts'

export const cellSizes = { small: 22, medium: 28, large: 40 } as const
export type CellSize = keyof typeof cellSizes

/** How one looks at a matrix: kept for each comparison. */
export const matrixViewSchema = z.object({
  filter: matrixFilterSchema,
  /** Places of the variants that are not shown. */
  hidden: z.array(z.int()),
  size: z.enum(['small', 'medium', 'large']),
})
export type MatrixView = z.infer<typeof matrixViewSchema>

export const plainView: MatrixView = { filter: matrixFilterSchema.parse({}), hidden: [], size: 'medium' }

export function withFilter(view: MatrixView, change: Partial<MatrixFilter>): MatrixView {
  return { ...view, filter: { ...view.filter, ...change } }
}
