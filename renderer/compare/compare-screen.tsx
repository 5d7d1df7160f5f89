import type { ScreenProps } from '../frame/screen.ts'
import { ComparisonList } from './comparison-list.tsx'
import { MatrixScreen } from './matrix-screen.tsx'
import { NewComparison } from './new-comparison.tsx'

/** All comparisons, one of them, or a new one: `#/compare`, `#/compare/ID`, `#/compare/new/DATASET`. */
export function CompareScreen({ path: [comparisonId, part] }: ScreenProps) {
  if (comparisonId === undefined) return <ComparisonList />
  if (comparisonId === 'new') return <NewComparison datasetId={part} />
  return <MatrixScreen key={comparisonId} comparisonId={comparisonId} />
}
