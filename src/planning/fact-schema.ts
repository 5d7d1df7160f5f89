/**
 * What kind of thing an argument of a fact is, which decides how the words of the problem are read:
 * - `person`, `place`, `city`, `area`: a name, kept as written;
 * - `day`: a day's name ("Mon", "Thursday"), read to its full English name where it is one, else kept as written;
 * - `clock`: a time of day, read to minutes after midnight;
 * - `minutes`: a length of time, read to minutes;
 * - `days`: a number of days; `day-number`: the n-th day of a trip.
 */
export type ArgumentKind = 'person' | 'place' | 'city' | 'area' | 'day' | 'clock' | 'minutes' | 'days' | 'day-number'

export interface ArgumentSchema {
  readonly name: string
  readonly kind: ArgumentKind
  /** An optional argument may be absent (null); the predicate's doc says what absence means. */
  readonly optional?: true
}

export interface PredicateSchema {
  readonly name: string
  readonly args: readonly ArgumentSchema[]
  /** Its two clock times bound the day, and decide whether "5" elsewhere is in the morning or the afternoon. */
  readonly boundsDay?: true
  /** What the fact says, for prompts and people; names its arguments and the meaning of an absent one. */
  readonly doc: string
}

/** The vocabulary of a planning domain: grammar, prompts, lint and the reading of model text all come from it. */
export interface FactSchema {
  readonly domain: string
  readonly predicates: readonly PredicateSchema[]
}
