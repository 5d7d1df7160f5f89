/** Minutes after midnight; null: from opening, till close; both null: all day. */
export interface Interval {
  readonly from: number | null
  readonly to: number | null
}

/** Times on a day; null where the problem has one day only and needn't name it. */
export interface DayTimes {
  readonly day: string | null
  readonly times: readonly Interval[]
}

export type Constraint =
  | { readonly kind: 'busy' | 'free'; readonly days: readonly DayTimes[] }
  | { readonly kind: 'daily'; readonly times: readonly Interval[] }
  | { readonly kind: 'busy-for'; readonly day: string | null; readonly from: number; readonly length: number }
  | { readonly kind: 'away' | 'free-days' | 'not-on'; readonly days: readonly string[] }
  | {
      readonly kind: 'not-before' | 'not-after' | 'leaves' | 'arrives'
      readonly day: string | null
      readonly time: number
    }

export type ConstraintKind = Constraint['kind']
