/** What of a plan goes into a diary. */
export interface AgendaEntry {
  readonly title: string
  readonly place?: string
  readonly when:
    | {
        readonly kind: 'hours'
        /** As the problem has it ("Tuesday", "19 July"), or a number, counted from 1. */
        readonly day: string | number
        /** Minutes after midnight. */
        readonly fromMin: number
        readonly toMin: number
      }
    /** Whole days, counted from 1, both included. */
    | { readonly kind: 'days'; readonly first: number; readonly last: number }
}
