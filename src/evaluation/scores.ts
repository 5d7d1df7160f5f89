import type { Prediction } from './prediction.ts'
import { isCorrect, isWrong } from './sample.ts'
import { type Share, wilson } from './statistics.ts'

/** How a group of predictions fared. */
export interface Scores {
  readonly problems: number
  readonly solved: Share
  /** Of the plans that came with a verdict. */
  readonly consistent: Share
  readonly valid: Share
  /** A valid and best plan, or rightly none. */
  readonly correct: Share
  /** An answer was given, and it is false. */
  readonly wrong: Share
  /** Null where the dataset has no score of its own. */
  readonly exactMatch: Share | null
}

export function scoresOf(predictions: readonly Prediction[]): Scores {
  const of = predictions.length
  const count = (wanted: (one: Prediction) => boolean) => predictions.filter(wanted).length
  const scored = predictions.filter(({ exactMatch }) => exactMatch !== null).length
  const judged = count(({ consistent }) => consistent !== null)
  return {
    problems: of,
    solved: wilson(
      count(({ status }) => status === 'solved'),
      of,
    ),
    consistent: wilson(
      count(({ consistent }) => consistent === true),
      judged,
    ),
    valid: wilson(
      count(({ valid }) => valid),
      of,
    ),
    correct: wilson(
      count(({ verdict }) => isCorrect(verdict)),
      of,
    ),
    wrong: wilson(
      count(({ verdict }) => isWrong(verdict)),
      of,
    ),
    exactMatch:
      scored === 0
        ? null
        : wilson(
            count(({ exactMatch }) => exactMatch === true),
            scored,
          ),
  }
}
