import { Button } from '@mantine/core'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { PrologLine } from '../prolog/prolog-line.tsx'
import type { RunView } from '../run/run-view.ts'
import { FactPane } from './fact-pane.tsx'
import { hasWords } from './links.ts'
import pane from './pane.module.css'
import { solverClauses } from './solver-clauses.ts'
import { inspectStrings } from './strings.ts'
import type { DraftAccess } from './use-draft.ts'
import { useFactCheck } from './use-rerun.ts'
import type { SelectionState } from './use-selection.ts'

const words = inspectStrings.program

export interface ProgramSectionProps {
  readonly runId: string
  readonly run: RunView
  readonly facts: readonly FormalizedFact[]
  /** The facts as the run has them. */
  readonly printed: string
  readonly selection: SelectionState
  readonly draft: DraftAccess
  readonly canRun: boolean
  readonly onRun: () => void
}

/** The facts as a program to be edited, and what the rules are given of them. */
export function ProgramSection(props: ProgramSectionProps) {
  const { draft, facts, printed, run, runId, selection } = props
  const { program } = draft.draft
  const problems = useFactCheck(runId, program)
  const given = solverClauses(run.program)
  const isEdited = program !== undefined
  const asClause = (index: number | undefined) => (index === undefined ? undefined : { kind: 'clause' as const, index })
  return (
    <section aria-label={words.title} className={pane['pane']}>
      <div className={pane['head']}>
        <h2>{words.title}</h2>
        <span className={pane['quiet']}>{isEdited ? words.changed : words.count(facts.length)}</span>
        <span className={pane['space']} />
        {isEdited && (
          <Button size="compact-xs" variant="default" onClick={() => draft.change({ program: undefined })}>
            {words.reset}
          </Button>
        )}
        <Button
          size="compact-xs"
          className={pane['primary'] ?? ''}
          disabled={!props.canRun || !isEdited}
          onClick={props.onRun}
        >
          {words.run}
        </Button>
      </div>
      {run.formalization === undefined ? (
        <p className={pane['foot']}>{run.end === undefined ? words.empty : words.noFacts}</p>
      ) : (
        <FactPane
          runId={runId}
          text={program ?? printed}
          facts={facts}
          lit={selection.lit.clauses}
          problems={problems}
          onChange={(text) => draft.change({ program: text === printed ? undefined : text })}
          onChoose={(index) => selection.choose(asClause(index))}
          onPoint={(index) => selection.point(asClause(index))}
        />
      )}
      <p className={pane['foot']} aria-live="polite">
        {aboutClause(selection, facts, run.text ?? '')}
      </p>
      {given.length > 0 && (
        <details className={pane['fold']}>
          <summary>{words.solver(given.length)}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys */}
          <section className={pane['given']} tabIndex={0} aria-label={words.solverLabel}>
            {given.map((clause) => (
              <div key={clause}>
                <PrologLine text={clause} />
              </div>
            ))}
          </section>
        </details>
      )}
    </section>
  )
}

/** How sure the model is of the clause that is chosen, and the words it came from. */
function aboutClause({ chosen }: SelectionState, facts: readonly FormalizedFact[], text: string): string {
  const fact = chosen?.kind === 'clause' ? facts[chosen.index] : undefined
  if (fact === undefined) return words.hint
  const source = hasWords(fact)
    ? words.from(text.slice(fact.span.start, fact.span.end).replaceAll(/\s+/g, ' '))
    : words.wordless
  const origin = fact.edited ? words.byHand : words.sure(Math.floor(fact.confidence * 100))
  return `${origin}, ${source.slice(0, 1).toLowerCase()}${source.slice(1)}`
}
