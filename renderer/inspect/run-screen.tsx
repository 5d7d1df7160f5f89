import { Button, Textarea } from '@mantine/core'
import { type FocusEvent, useMemo, useState } from 'react'
import { useDemonstrate } from '../demonstrate/use-demonstrate.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import type { ScreenProps } from '../frame/screen.ts'
import { Split } from '../frame/split.tsx'
import { frameStrings } from '../frame/strings.ts'
import { useCommands } from '../frame/use-commands.ts'
import { navigate } from '../frame/use-route.ts'
import { factsOf } from '../run/run-view.ts'
import { TracePanel } from '../trace/trace-panel.tsx'
import { printClauses } from './clause-lines.ts'
import { beginHistory, edited, redone, undone } from './edit-history.ts'
import { linksOf } from './links.ts'
import pane from './pane.module.css'
import { planRows, writtenPlan } from './plan-form.ts'
import { PlanPane } from './plan-pane.tsx'
import { ProgramSection } from './program-section.tsx'
import { RunDiff } from './run-diff.tsx'
import { type OpenForm, RunHeader } from './run-header.tsx'
import styles from './run-screen.module.css'
import { draftOfRecipe, SamplingForm } from './sampling-form.tsx'
import { inspectStrings as words } from './strings.ts'
import { TraceLine } from './trace-line.tsx'
import { useDraft } from './use-draft.ts'
import { useRerun, useRunAgain } from './use-rerun.ts'
import { useRun } from './use-run.ts'
import { useSelection } from './use-selection.ts'
import { WordsSection } from './words-section.tsx'

/** The run that its address names. */
export function RunScreen({ path: [runId] }: ScreenProps) {
  if (runId === undefined) {
    return (
      <EmptyState title={words.none} detail={words.noneDetail}>
        <Button size="xs" onClick={() => navigate('problem')}>
          {frameStrings.goHome}
        </Button>
      </EmptyState>
    )
  }
  return <InspectedRun key={runId} runId={runId} />
}

/** Three panes, one meaning: words, program and plan of a run; any of them can be edited and run again from there. */
function InspectedRun({ runId }: { readonly runId: string }) {
  const watched = useRun(runId)
  const { run, start } = watched
  const parentId = start?.parent?.runId
  const parent = useRun(parentId)
  const draft = useDraft(runId)
  const rerun = useRerun(runId)
  const again = useRunAgain(runId, rerun)
  const [form, setForm] = useState<OpenForm>('none')
  const [part, setPart] = useState('program')
  const [isTraceOpen, setIsTraceOpen] = useState(false)
  const facts = useMemo(() => factsOf(run), [run])
  const printed = useMemo(() => printClauses(facts), [facts])
  const links = useMemo(() => linksOf(facts, run.plan), [facts, run.plan])
  const selection = useSelection(links)
  const isOver = watched.state === 'ended'

  const { plan: planHistory, program, sampling: samplingHistory, text } = draft.draft
  const domain = run.plan?.domain ?? run.domain ?? ''
  const rowsBefore = run.plan === undefined ? [{}] : planRows(run.plan)
  const rows = planHistory?.now
  const plan = rows === undefined ? null : writtenPlan(domain, rows)
  const recipe = start?.recipe ?? {}

  const runFacts = () =>
    void rerun
      .run({ hop: 'facts', program: program ?? printed })
      .then((isRun) => isRun && draft.change({ program: undefined }))
  const runPlan = () =>
    void rerun.run({ hop: 'plan', plan }).then((isRun) => isRun && draft.change({ plan: undefined }))
  const canRunPlan = isOver && !rerun.isStarting && plan !== null
  const canRunFacts = isOver && !rerun.isStarting && program !== undefined
  const undoable = part === 'plan' ? 'plan' : part === 'sampling' ? 'sampling' : undefined
  const step = (move: typeof undone | typeof redone) => {
    if (undoable === 'plan' && planHistory !== undefined) draft.change({ plan: move(planHistory) })
    if (undoable === 'sampling' && samplingHistory !== undefined) draft.change({ sampling: move(samplingHistory) })
  }
  const order = run.segments.map(({ segment }) => segment.index)
  const chosenAt = selection.chosen?.kind === 'sentence' ? order.indexOf(selection.chosen.index) : -1
  const goTo = (place: number) => {
    const index = order[Math.min(order.length - 1, Math.max(0, place))]
    if (index !== undefined) selection.choose({ kind: 'sentence', index })
  }
  useCommands([
    part === 'plan' && rows !== undefined
      ? { id: 'rerun-plan', title: words.plan.run, key: 'mod+enter', isEnabled: canRunPlan, run: runPlan }
      : { id: 'rerun-facts', title: words.program.run, key: 'mod+enter', isEnabled: canRunFacts, run: runFacts },
    { id: 'rerun-exactly', title: words.again.button, key: 'r', isEnabled: isOver, run: again.ask },
    { id: 'next-sentence', title: words.words.next, key: 'j', run: () => goTo(chosenAt + 1) },
    { id: 'previous-sentence', title: words.words.previous, key: 'k', run: () => goTo(chosenAt - 1) },
    ...(undoable === undefined
      ? []
      : [
          { id: 'undo-edit', title: frameStrings.commands.undo, key: 'mod+z', run: () => step(undone) },
          { id: 'redo-edit', title: frameStrings.commands.redo, key: 'mod+shift+z', run: () => step(redone) },
        ]),
  ])
  useDemonstrate(isOver ? runId : undefined)
  const notePart = (event: FocusEvent) =>
    setPart(event.target.closest('[data-part]')?.getAttribute('data-part') ?? 'program')

  if (watched.state === 'missing' && start === undefined) {
    return <EmptyState title={words.missing(runId)} detail={words.missingDetail} />
  }
  return (
    <div className={styles['screen']} onFocusCapture={notePart}>
      <RunHeader runId={runId} watched={watched} rerun={rerun} again={again} form={form} onOpen={setForm} />
      {form === 'sampling' && (
        <div data-part="sampling">
          <SamplingForm
            draft={samplingHistory?.now ?? draftOfRecipe(recipe)}
            before={recipe}
            onChange={(next) =>
              draft.change({ sampling: edited(samplingHistory ?? beginHistory(draftOfRecipe(recipe)), next) })
            }
            onRun={(next) => void rerun.run({ hop: 'sampling', recipe: next })}
          />
        </div>
      )}
      {form === 'text' && (
        <div data-part="text" className={styles['text']}>
          <Textarea
            size="xs"
            autosize
            minRows={4}
            maxRows={12}
            label={words.text.label}
            value={text ?? run.text ?? ''}
            onChange={(event) => draft.change({ text: event.currentTarget.value })}
          />
          <Button
            size="compact-sm"
            className={pane['primary'] ?? ''}
            disabled={rerun.isStarting || text === undefined || text === run.text}
            onClick={() => void rerun.run({ hop: 'text', text: text ?? '' })}
          >
            {words.text.run}
          </Button>
        </div>
      )}
      {parentId !== undefined && <RunDiff beforeId={parentId} before={parent} afterId={runId} after={watched} />}
      <div className={styles['panes']}>
        <Split name="run" label={words.divider} shares={[32, 36, 32]}>
          <WordsSection
            run={run}
            facts={facts}
            selection={selection}
            draft={draft}
            canRun={isOver && !rerun.isStarting}
            onRun={(segment, prompt) => void rerun.run({ hop: 'prompt', segment, prompt })}
          />
          <div data-part="program" className={styles['part']}>
            <ProgramSection
              runId={runId}
              run={run}
              facts={facts}
              printed={printed}
              selection={selection}
              draft={draft}
              canRun={canRunFacts}
              onRun={runFacts}
            />
          </div>
          <div data-part="plan" className={styles['part']}>
            <PlanPane
              runId={runId}
              run={run}
              facts={facts}
              lit={selection.lit.steps}
              chosen={selection.chosen?.kind === 'step' ? selection.chosen.index : undefined}
              onChoose={(index) => selection.choose(index === undefined ? undefined : { kind: 'step', index })}
              onPoint={(index) => selection.point(index === undefined ? undefined : { kind: 'step', index })}
              onPointFact={(index) => selection.point(index === undefined ? undefined : { kind: 'clause', index })}
              rows={rows}
              isEdited={(planHistory?.past.length ?? 0) > 0}
              canRun={canRunPlan}
              onOpen={() => draft.change({ plan: beginHistory(rowsBefore) })}
              onClose={() => draft.change({ plan: undefined })}
              onEdit={(next) => draft.change({ plan: edited(planHistory ?? beginHistory(rowsBefore), next) })}
              onRun={runPlan}
            />
          </div>
        </Split>
      </div>
      {isOver ? (
        <div className={styles['trace']} data-open={isTraceOpen}>
          <TracePanel runId={runId} onOpen={setIsTraceOpen} />
        </div>
      ) : (
        <TraceLine run={run} />
      )}
    </div>
  )
}
