import type { Fact } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'

/** Px from the picture's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place of a picture that can be pointed at, with mouse or keys, and what is said there. */
export interface PicturePoint {
  readonly id: string
  /** Whole sentences: what it is, and why. */
  readonly label: string
  /** More than one where it goes on beneath. */
  readonly boxes: readonly Box[]
  /** Indices of the facts it speaks of. */
  readonly factIndices: readonly number[]
}

/** A picture as it is read out. */
export interface PictureTableModel {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What the plan's verdict makes of the picture's colour. */
export type PictureOutcome = 'valid' | 'invalid' | 'unknown' | 'none'

export interface PictureSize {
  /** Px; the height follows. */
  readonly width: number
  /** 1 as in the workbench; more for larger type on a stage. */
  readonly scale?: number
}

/** What the model of a picture is made from; the axis is its own where it stands alone. */
export interface PictureProblem<Axis> {
  readonly plan: Plan
  readonly facts: readonly Fact[]
  readonly axis?: Axis | undefined
  /** Indices of the plan's steps that the plans beside it have too. */
  readonly quietSteps?: ReadonlySet<number> | undefined
}
