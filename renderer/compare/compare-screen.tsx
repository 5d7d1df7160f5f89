import type { ScreenProps } from '../frame/screen.ts'
import { ComparisonList } from './comparison-list.tsx'
import type { CellName } from './diff-pane.tsx'
import { MatrixScreen } from './matrix-screen.tsx'
import { NewComparison } from './new-comparison.tsx'

/** All comparisons, one, a cell of it (counted from 1), or a new one: `#/compare`, `#/compare/ID`, `#/compare/ID/3/1`, `#/compare/new/DATASET`. */
export function CompareScreen({ path: [comparisonId, part, variant] }: ScreenProps) {
  if (comparisonId === undefined) return <ComparisonList />
  if (comparisonId === 'new') return <NewComparison datasetId={part} />
  return <MatrixScreen key={comparisonId} comparisonId={comparisonId} cell={cellOf(part, variant)} />
}

function cellOf(problem: string | undefined, variant: string | undefined): CellName | undefined {
  const places = [Number(problem) - 1, Number(variant) - 1]
  const [row = -1, column = -1] = places
  return places.every((place) => Number.isInteger(place) && place >= 0) ? { problem: row, variant: column } : undefined
}
