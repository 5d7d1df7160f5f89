import { useEffect, useRef } from 'react'
import { useHistory } from '../frame/use-history.ts'
import { useRemembered } from '../frame/use-remembered.ts'
import { type MatrixView, matrixViewSchema, plainView } from './matrix-view.ts'

/** How one looks at a comparison: remembered with it, each change taken back with Ctrl+Z. */
export function useViewHistory(comparisonId: string): { view: MatrixView; change: (view: MatrixView) => void } {
  const remembered = useRemembered(`view.${comparisonId}`, matrixViewSchema, plainView)
  const history = useHistory<MatrixView | undefined>(undefined)
  const latest = useRef(remembered)
  latest.current = remembered
  const { value } = history
  useEffect(() => {
    if (value !== undefined) latest.current.set(value)
  }, [value])
  const view = value ?? remembered.value
  return {
    view,
    // The first step back leads to what was remembered.
    change: (next) => (value === undefined ? history.begin(remembered.value, next) : history.change(next)),
  }
}
