import type { ReactNode } from 'react'
import type { RunView } from '../run/run-view.ts'
import type { LitRange } from './lit-words.ts'
import { PlanWords, type PlanWordsProps } from './plan-words.tsx'
import { ProblemWords } from './problem-words.tsx'
import styles from './stage.module.css'
import { demonstrateStrings as words } from './strings.ts'

export interface StageProps extends Omit<PlanWordsProps, 'run'> {
  readonly run: RunView
  /** Words of the problem that are lit. */
  readonly ranges: readonly LitRange[]
  /** What stands between the problem and the plan. */
  readonly children: ReactNode
  readonly hasAnswer: boolean
}

/** A run for people who watch: the problem, why, the plan, and nothing else. */
export function Stage({ children, hasAnswer, ranges, run, ...plan }: StageProps) {
  return (
    <div className={styles['stage']}>
      <ProblemWords text={run.text ?? ''} ranges={ranges} />
      <section
        className={styles['why']}
        aria-label={words.reasons}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
        tabIndex={0}
      >
        {children}
      </section>
      {hasAnswer ? <PlanWords run={run} {...plan} /> : <div />}
    </div>
  )
}
