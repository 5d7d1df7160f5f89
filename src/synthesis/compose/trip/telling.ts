import type { TripContent, TripEvent } from './content.ts'
import type { TripWriter } from './writer.ts'

/** How a person sets out lists: what stands before a line, and how a heading looks. */
export interface Layout {
  readonly bullet: (index: number) => string
  readonly heading: (group: string) => void
}

/** A problem being written: what of the trip is still to be told; a section may take along what belongs to a later one. */
export interface Telling {
  readonly writer: TripWriter
  readonly layout: Layout
  readonly trip: TripContent
  readonly events: TripEvent[]
  hasFlightsToTell: boolean
  hasEndsToTell: boolean
  hasTotalToTell: boolean
}
