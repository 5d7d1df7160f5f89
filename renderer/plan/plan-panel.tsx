import type { FormalizedFact } from '../../src/planning/fact.ts'
import { factsOf, type RunView } from '../run/run-view.ts'
import { strings } from '../strings.ts'
import { MeasuredPicture, type PictureContext } from './measured-picture.tsx'
import styles from './plan-panel.module.css'

const words = strings.plan

export interface PlanPanelProps {
  readonly run: RunView
  readonly picture: PictureContext
  readonly onPoint: (fact: FormalizedFact | undefined) => void
}

/** The answer itself: the plan in words and as a picture, what it breaks, or why there is none. */
export function PlanPanel({ onPoint, picture, run }: PlanPanelProps) {
  const facts = factsOf(run)
  const pointAt = (index: number | undefined) => onPoint(index === undefined ? undefined : facts[index])
  const { conflict, end, formalization, plainText, plan, verdict } = run
  const violations = verdict?.status === 'invalid' ? verdict.violations : []
  const complaints = [...new Set(formalization?.diagnostics.map((one) => one.message) ?? [])]
  const isAnswered = end?.status === 'solved' || end?.status === 'unsatisfiable'
  const lines = (plainText ?? '').split('\n')
  const isBare = plan === undefined && conflict === undefined && complaints.length === 0
  return (
    <section
      aria-label={words.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys
      tabIndex={0}
      className={styles['panel']}
    >
      {isBare && end?.reason !== undefined && <p className={styles['empty']}>{end.reason}</p>}
      {violations.length > 0 && (
        <Reasons
          title={words.violations}
          sign="✕"
          kind="invalid"
          reasons={violations.map(({ factIndex, words: text }) => ({ text, factIndex }))}
          pointAt={pointAt}
        />
      )}
      {conflict !== undefined && (
        <Reasons
          title={conflict.minimal ? words.conflict : words.conflictCoarse}
          sign="∅"
          kind="unsatisfiable"
          reasons={
            conflict.words.length > 0
              ? conflict.words.map((text, index) => ({ text, factIndex: conflict.factIndices[index] }))
              : [{ text: words.noConflict, factIndex: undefined }]
          }
          pointAt={pointAt}
        />
      )}
      {plan !== undefined && (
        <>
          {end?.status === 'incomplete' && <h3 className={styles['title']}>{words.draft}</h3>}
          {lines.length === 1 && <PlanWords lines={lines} />}
          <MeasuredPicture
            {...picture}
            plan={plan}
            facts={facts.map((one) => one.fact)}
            outcome={end?.status === 'incomplete' ? 'unknown' : (verdict?.status ?? 'none')}
            onPointFacts={([first]) => pointAt(first)}
          />
          {lines.length > 1 && <PlanWords lines={lines} />}
        </>
      )}
      {!isAnswered && complaints.length > 0 && (
        <Reasons
          title={words.diagnostics}
          sign="?"
          kind="unknown"
          reasons={complaints.map((text) => ({ text, factIndex: undefined }))}
          pointAt={pointAt}
        />
      )}
    </section>
  )
}

/** One line says it all and stands first; many are told by the picture first. */
function PlanWords({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles['words']} data-lines={lines.length > 1 ? 'many' : 'one'}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

interface ReasonsProps {
  readonly title: string
  readonly sign: string
  readonly kind: 'invalid' | 'unsatisfiable' | 'unknown'
  readonly reasons: readonly { readonly text: string; readonly factIndex: number | undefined }[]
  readonly pointAt: (factIndex: number | undefined) => void
}

function Reasons({ kind, pointAt, reasons, sign, title }: ReasonsProps) {
  return (
    <>
      <h3 className={styles['title']}>{title}</h3>
      <ul className={styles['reasons']} data-kind={kind}>
        {reasons.map(({ factIndex, text }) => (
          <li key={text} onMouseEnter={() => pointAt(factIndex)} onMouseLeave={() => pointAt(undefined)}>
            <span aria-hidden="true">{sign}</span>
            {text.slice(0, 1).toUpperCase() + text.slice(1)}
          </li>
        ))}
      </ul>
    </>
  )
}
