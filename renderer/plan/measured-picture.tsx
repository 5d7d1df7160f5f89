import { useElementSize } from '@mantine/hooks'
import { lazy, type Ref, Suspense } from 'react'
import type { PlanAxis } from './plan-axis.ts'
import type { PlanPictureProps } from './plan-picture.tsx'

/** The atlas comes with it: the page is on screen before. */
const PlanPicture = lazy(() => import('./plan-picture.tsx').then((module) => ({ default: module.PlanPicture })))

/** What a picture owes to the plans beside it, and where it is to be found for exports. */
export interface PictureContext {
  readonly axis: PlanAxis | undefined
  readonly quietSteps: ReadonlySet<number>
  readonly svgRef: Ref<SVGSVGElement>
}

const widest = 1200
/** Until the page is measured. */
const assumedWidth = 320

export interface MeasuredPictureProps extends Omit<PlanPictureProps, 'size'> {
  /** How large its type is in a place so many px wide; 1 where absent. */
  readonly scaleFor?: (width: number) => number
}

/** A plan's picture, as wide as its place. */
export function MeasuredPicture({ scaleFor, ...props }: MeasuredPictureProps) {
  const { ref, width: measured } = useElementSize()
  const width = Math.min(widest, Math.floor(measured) || assumedWidth)
  return (
    <div ref={ref}>
      <Suspense>
        <PlanPicture {...props} size={{ width, scale: scaleFor?.(width) ?? 1 }} />
      </Suspense>
    </div>
  )
}
