import { MeasuredPicture } from '../plan/measured-picture.tsx'
import { outcomeOf, outcomeSigns } from '../run/outcome.ts'
import { factsOf, type RunView } from '../run/run-view.ts'
import styles from './stage.module.css'
import { demonstrateStrings as words } from './strings.ts'

export interface PlanWordsProps {
  readonly run: RunView
  /** Its place is kept where it is not shown yet. */
  readonly isJudged: boolean
  /** Facts whose places in the picture are lit. */
  readonly litFacts: readonly number[]
  readonly onPointFacts: (facts: readonly number[]) => void
  /** The focus has gone into the picture, whose arrow keys are its own, or out of it. */
  readonly onFocusPicture: (isInside: boolean) => void
}

/** A trip's map and flights stand side by side in this many px before scaling: better that than larger type. */
const wideTrip = 562
/** Type grows with the room there is. */
const scaleFor = (domain: string) => (width: number) => {
  const fits = width / (domain === 'trip' && width >= 1.1 * wideTrip ? wideTrip : 430)
  return Math.min(1.9, Math.max(1.1, fits))
}

/** The answer: the verdict, the plan in words and its picture. */
export function PlanWords({ isJudged, litFacts, onFocusPicture, onPointFacts, run }: PlanWordsProps) {
  const { detail, kind, word } = outcomeOf({
    ...{ key: 0, modelId: run.model?.id ?? '', state: 'ended', runId: undefined, message: undefined },
    run,
  })
  const lines = (run.plainText ?? '').split('\n').filter((line) => line !== '')
  const { plan } = run
  return (
    <section
      className={styles['plan']}
      aria-label={words.plan}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
      tabIndex={0}
    >
      <p
        className={styles['verdict']}
        data-outcome={kind}
        data-alone={plan === undefined || undefined}
        data-later={!isJudged || undefined}
      >
        <span aria-hidden="true">{outcomeSigns[kind]}</span> <strong>{word}</strong> <span>{detail}</span>
      </p>
      {lines.length > 0 && (
        <ul className={styles['words']} data-lines={lines.length > 1 ? 'many' : 'one'}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {plan !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears of the focus of the picture in it
        <div className={styles['picture']} onFocus={() => onFocusPicture(true)} onBlur={() => onFocusPicture(false)}>
          <MeasuredPicture
            plan={plan}
            facts={factsOf(run).map((one) => one.fact)}
            outcome={!isJudged ? 'none' : kind === 'valid' || kind === 'invalid' ? kind : 'unknown'}
            axis={undefined}
            scaleFor={scaleFor(plan.domain)}
            litFacts={litFacts}
            onPointFacts={onPointFacts}
          />
        </div>
      )}
    </section>
  )
}
