import { Button } from '@mantine/core'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { MeasuredPicture } from '../plan/measured-picture.tsx'
import type { RunView } from '../run/run-view.ts'
import { strings } from '../strings.ts'
import pane from './pane.module.css'
import { PlanEditor } from './plan-editor.tsx'
import { type PlanRow, planForms } from './plan-form.ts'
import styles from './plan-pane.module.css'
import { PlanSteps, type PlanStepsProps } from './plan-steps.tsx'
import { inspectStrings } from './strings.ts'

const words = inspectStrings.plan

export interface PlanPaneProps extends Omit<PlanStepsProps, 'steps'> {
  readonly runId: string
  readonly run: RunView
  readonly facts: readonly FormalizedFact[]
  readonly onPointFact: (fact: number | undefined) => void
  /** The rows while the plan is edited. */
  readonly rows: readonly PlanRow[] | undefined
  readonly isEdited: boolean
  readonly canRun: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onEdit: (rows: readonly PlanRow[]) => void
  readonly onRun: () => void
}

/** The plan step by step and as a picture, with what it breaks; or why there is none. */
export function PlanPane(props: PlanPaneProps) {
  const { facts, onPointFact, rows, run } = props
  const { end, plan } = run
  const domain = plan?.domain ?? run.domain ?? ''
  const hasForm = planForms[domain] !== undefined && run.formalization !== undefined
  return (
    <section aria-label={words.title} className={pane['pane']}>
      <div className={pane['head']}>
        <h2>{words.title}</h2>
        <span className={pane['space']} />
        {rows === undefined ? (
          hasForm &&
          end !== undefined && (
            <Button size="compact-xs" variant="default" onClick={props.onOpen}>
              {words.edit}
            </Button>
          )
        ) : (
          <>
            <Button size="compact-xs" variant="default" onClick={props.onClose}>
              {props.isEdited ? words.reset : words.close}
            </Button>
            <Button size="compact-xs" className={pane['primary'] ?? ''} disabled={!props.canRun} onClick={props.onRun}>
              {words.run}
            </Button>
          </>
        )}
      </div>
      <div className={styles['body']} tabIndex={plan === undefined ? 0 : undefined}>
        <Reasons run={run} onPoint={onPointFact} />
        {plan === undefined ? (
          <p className={styles['none']}>{end === undefined ? words.waiting : (end.reason ?? words.none)}</p>
        ) : (
          <>
            {end?.status === 'incomplete' && <h3 className={styles['reason']}>{strings.plan.draft}</h3>}
            <PlanSteps {...props} steps={plan.steps} />
            <div className={styles['picture']}>
              <MeasuredPicture
                plan={plan}
                facts={facts.map(({ fact }) => fact)}
                outcome={end?.status === 'incomplete' ? 'unknown' : (run.verdict?.status ?? 'none')}
                onPointFacts={([first]) => onPointFact(first)}
              />
            </div>
          </>
        )}
      </div>
      {rows !== undefined && (
        <PlanEditor
          runId={props.runId}
          domain={domain}
          rows={rows}
          names={namesOf(domain, facts)}
          onChange={props.onEdit}
        />
      )}
    </section>
  )
}

/** What the plan breaks, what clashes, or what is missing; each with the fact that says so. */
function Reasons({ onPoint, run }: { readonly run: RunView; readonly onPoint: PlanPaneProps['onPointFact'] }) {
  const { conflict, end, formalization, verdict } = run
  const violations = verdict?.status === 'invalid' ? verdict.violations : []
  const isAnswered = end?.status === 'solved' || end?.status === 'unsatisfiable'
  const complaints = isAnswered ? [] : (formalization?.diagnostics ?? [])
  const groups = [
    {
      title: strings.plan.violations,
      sign: '✕',
      kind: 'invalid',
      reasons: violations.map(({ factIndex, words: text }) => ({ text, factIndex })),
    },
    {
      title: conflict?.minimal === false ? strings.plan.conflictCoarse : strings.plan.conflict,
      sign: '∅',
      kind: 'unsatisfiable',
      reasons: (conflict?.words ?? []).map((text, index) => ({ text, factIndex: conflict?.factIndices[index] })),
    },
    {
      title: strings.plan.diagnostics,
      sign: '?',
      kind: 'unknown',
      reasons: complaints.map(({ factIndices, message }) => ({ text: message, factIndex: factIndices?.[0] })),
    },
  ]
  return groups
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ kind, reasons, sign, title }) => (
      <div key={title} className={styles['reasons']} data-kind={kind}>
        <h3 className={styles['reason']}>{title}</h3>
        <ul>
          {reasons.map(({ factIndex, text }, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice
              key={`${index} ${text}`}
              onMouseEnter={() => onPoint(factIndex)}
              onMouseLeave={() => onPoint(undefined)}
            >
              <span aria-hidden="true">{sign}</span>
              {text.slice(0, 1).toUpperCase() + text.slice(1)}
            </li>
          ))}
        </ul>
      </div>
    ))
}

/** Predicates that name what a plan of the domain is made of. */
const naming: Readonly<Record<string, readonly string[]>> = {
  calendar: ['day', 'days'],
  trip: ['stay'],
  meeting: ['available'],
}

function namesOf(domain: string, facts: readonly FormalizedFact[]): string[] {
  const named = facts.filter(({ fact }) => naming[domain]?.includes(fact.predicate))
  const values = named.flatMap(({ fact }) => (fact.predicate === 'days' ? fact.args : fact.args.slice(0, 1)))
  return [...new Set(values.filter((value) => typeof value === 'string'))]
}
