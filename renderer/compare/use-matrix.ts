import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MatrixFilter, MatrixRow } from '../../src/api/comparisons-contract.ts'
import { useAnswer, useEngine } from '../connection/engine-context.ts'

/** Rows are asked for so many at a time. */
export const rowsAPage = 50

/** How a comparison stands: its columns' heads and its queue. */
export const useOverview = (comparisonId: string) =>
  useAnswer(['comparisons', comparisonId, 'overview'], (client) => client.comparisons.overview({ comparisonId }))

/** Which problems pass the filter, in order. What was found before stays until the new answer is here. */
export function useFound(comparisonId: string, filter: MatrixFilter) {
  return useAnswer(
    ['comparisons', comparisonId, 'find', filter],
    (client) => client.comparisons.find({ comparisonId, filter }),
    { placeholderData: keepPreviousData },
  )
}

export interface RowWindow {
  /** Places in the list of what was found. */
  readonly first: number
  readonly last: number
}

/** The rows around what is on screen, page by page; a row that is not here yet is undefined. */
export function useRows(comparisonId: string, found: readonly number[], { first, last }: RowWindow) {
  const { ask } = useEngine()
  const order = useMemo(() => orderKey(found), [found])
  const firstPage = Math.floor(first / rowsAPage)
  const pages = Array.from({ length: Math.floor(last / rowsAPage) - firstPage + 1 }, (_, index) => firstPage + index)
  const answers = useQueries({
    queries: pages.map((page) => {
      const pageOf = () => found.slice(page * rowsAPage, (page + 1) * rowsAPage)
      return {
        queryKey: ['comparisons', comparisonId, 'rows', order, page],
        queryFn: () => {
          const problems = pageOf()
          return problems.length === 0 ? [] : ask((client) => client.comparisons.rows({ comparisonId, problems }))
        },
        gcTime: 30_000,
      }
    }),
  })
  const rows = new Map<number, MatrixRow>()
  for (const { data = [] } of answers) for (const row of data) rows.set(row.problem, row)
  return rows
}

/** The same for the same problems in the same order (FNV-1a). */
function orderKey(found: readonly number[]): string {
  let hash = 0x811c9dc5
  for (const problem of found) hash = Math.imul(hash ^ problem, 0x01000193)
  return `${found.length} ${hash >>> 0}`
}
