import type { RandomSource } from '../../base/random.ts'
import type { PhraseChoice } from '../phrase-book.ts'
import type { ComposedProblem } from '../problem-text.ts'
import { composeCalendar } from './calendar.ts'
import { composeMeeting } from './meeting.ts'
import { composeNotAProblem } from './not-a-problem.ts'
import { composeTrip } from './trip.ts'

export interface Composer {
  readonly domain: string
  /** How often it is drawn, relative to the others. */
  readonly weight: number
  compose(random: RandomSource, choice: PhraseChoice, difficulty: number): ComposedProblem
}

export const composers: readonly Composer[] = [
  { domain: 'calendar', weight: 4, compose: composeCalendar },
  { domain: 'trip', weight: 3, compose: composeTrip },
  { domain: 'meeting', weight: 3, compose: composeMeeting },
  { domain: 'none', weight: 4, compose: composeNotAProblem },
]
