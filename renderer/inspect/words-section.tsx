import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { RunView } from '../run/run-view.ts'
import { beginHistory, edited } from './edit-history.ts'
import pane from './pane.module.css'
import { PromptEditor } from './prompt-editor.tsx'
import { type PromptParts, readPromptParts, writePrompt } from './prompt-parts.ts'
import { inspectStrings } from './strings.ts'
import type { DraftAccess } from './use-draft.ts'
import type { SelectionState } from './use-selection.ts'
import { WordsPane } from './words-pane.tsx'

const words = inspectStrings.words

export interface WordsSectionProps {
  readonly run: RunView
  readonly facts: readonly FormalizedFact[]
  readonly selection: SelectionState
  readonly draft: DraftAccess
  readonly canRun: boolean
  readonly onRun: (segment: number, prompt: string) => void
}

/** The problem's words, and for the sentence that is chosen the prompt it was asked with. */
export function WordsSection({ canRun, draft, facts, onRun, run, selection }: WordsSectionProps) {
  const { choose, chosen, lit, point } = selection
  const segment = chosenSegment(chosen, facts)
  const asked = promptOf(run, segment)
  const history = segment === undefined ? undefined : draft.draft.prompts?.[asked?.segment ?? segment]
  const prompt = history?.now ?? asked?.prompt
  const setPrompt = (next: PromptParts | string) => {
    if (asked === undefined) return
    const now = history ?? beginHistory(asked.prompt)
    draft.change({ prompts: { ...draft.draft.prompts, [asked.segment]: edited(now, next) } })
  }
  const isEdited = asked !== undefined && prompt !== undefined && raw(prompt) !== raw(asked.prompt)
  return (
    <section aria-label={words.title} className={pane['pane']}>
      <div className={pane['head']}>
        <h2>{words.title}</h2>
        {segment !== undefined && <span className={pane['quiet']}>{words.sentence(segment + 1)}</span>}
      </div>
      <WordsPane
        text={run.text ?? ''}
        segments={run.segments}
        facts={facts}
        lit={lit.sentences}
        litFacts={lit.clauses}
        chosen={chosen?.kind === 'sentence' ? chosen.index : undefined}
        onChoose={(index) => choose(index === undefined ? undefined : { kind: 'sentence', index })}
        onPoint={(index) => point(index === undefined ? undefined : { kind: 'sentence', index })}
      />
      <p className={`${pane['foot']} ${pane['legend']}`} style={{ marginTop: 'auto' }}>
        <span className={pane['became']}>{words.legendClause}</span>
        <span className={pane['no-clause']}>{words.legendNone}</span>
        <span className={pane['failed']}>{words.legendFailed}</span>
      </p>
      <details className={`${pane['fold']} ${pane['scroll']}`} data-part="prompt">
        <summary>{inspectStrings.prompt.open}</summary>
        {segment === undefined || prompt === undefined || asked === undefined ? (
          <p className={pane['foot']}>
            {segment === undefined ? inspectStrings.prompt.choose : inspectStrings.prompt.none}
          </p>
        ) : (
          <>
            {typeof prompt === 'string' && <p className={pane['foot']}>{inspectStrings.prompt.whole}</p>}
            <PromptEditor
              prompt={prompt}
              asked={asked.prompt}
              isEdited={isEdited && canRun}
              losesFacts={facts.some((fact) => fact.edited === true)}
              onChange={setPrompt}
              onReset={() => setPrompt(asked.prompt)}
              onRun={() => onRun(asked.segment, raw(prompt))}
            />
          </>
        )}
      </details>
    </section>
  )
}

/** The sentence that is chosen, or that of the clause that is. */
function chosenSegment(chosen: SelectionState['chosen'], facts: readonly FormalizedFact[]): number | undefined {
  if (chosen?.kind === 'sentence') return chosen.index
  return chosen?.kind === 'clause' ? facts[chosen.index]?.span.segment : undefined
}

const raw = (prompt: PromptParts | string) => (typeof prompt === 'string' ? prompt : writePrompt(prompt))

/** What a segment was asked with last; a chat model was asked about all of them with the first. */
function promptOf(run: RunView, segment: number | undefined) {
  if (segment === undefined) return undefined
  const own = run.segments.find((one) => one.segment.index === segment)
  const view = own?.prompt === '' ? run.segments[0] : own
  if (view === undefined || view.prompt === '') return undefined
  const parts = readPromptParts(view.prompt, run.text ?? '', view.segment)
  // Another sentence's prompt says nothing about this one.
  if (parts !== undefined && view !== own) return undefined
  return { segment: view.segment.index, prompt: parts ?? view.prompt }
}
