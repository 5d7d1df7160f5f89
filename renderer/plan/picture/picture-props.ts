import type { Ref } from 'react'
import type { Fact } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import type { PictureOutcome, PictureSize } from './picture-model.ts'

/** What the picture of any domain is made from. */
export interface PicturePlanProps<Axis> {
  readonly plan: Plan
  readonly facts: readonly Fact[]
  readonly size: PictureSize
  readonly outcome: PictureOutcome
  /** Shared by the plans beside it; its own where it stands alone. */
  readonly axis?: Axis | undefined
  /** Indices of the plan's steps that are the same in the plans beside it. */
  readonly quietSteps?: ReadonlySet<number> | undefined
  /** The drawing itself, for exports. */
  readonly svgRef?: Ref<SVGSVGElement> | undefined
  /** Facts that are pointed at elsewhere: the places that speak of them are lit. */
  readonly litFacts?: readonly number[] | undefined
  /** Called with the facts that what is pointed at speaks of; with none when nothing is. */
  readonly onPointFacts?: ((factIndices: readonly number[]) => void) | undefined
}
