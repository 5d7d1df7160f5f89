import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { useEngine } from '../connection/engine-context.ts'
import { useCommands } from '../frame/use-commands.ts'
import { ModelSelect } from './model-select.tsx'
import { promptStrings } from './strings.ts'
import type { ToolsPaneProps } from './tools-pane-props.ts'
import { changeOf, orderCases } from './try-cases.ts'
import styles from './try-pane.module.css'
import { type TryQuestion, type TryState, trySessionOf } from './try-session.ts'
import { TryTable, type TryTableRow } from './try-table.tsx'
import { useCases } from './use-cases.ts'
import { useTryProblems } from './use-try-problems.ts'

const words = promptStrings.try

/** Runs problems with a version and holds the outcomes against those of another one. */
export function TryPane({ entry, isChanged, modelId, models, onModel, preview, problems, version }: ToolsPaneProps) {
  const { connection } = useEngine()
  const session = trySessionOf(connection)
  const state = useSyncExternalStore(session.subscribe, session.snapshot)
  const [chosenAgainst, setAgainst] = useState<number>()
  const [alsoBefore, setAlsoBefore] = useState(true)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())

  const others = entry.versions.filter((one) => one.version !== version).toReversed()
  const against =
    others.find((one) => one.version === chosenAgainst) ?? others.find((one) => one.version < version) ?? others[0]
  const question: TryQuestion | undefined =
    modelId === undefined ? undefined : { name: entry.name, version, against: against?.version ?? version, modelId }
  // Which kind a problem is of is asked with this template only where nobody has said.
  const { datasetId, datasets, problems: offered, setDataset } = useTryProblems(problems)
  const candidates = offered.map((one) => (entry.name === 'chat-classify' ? { ...one, domain: 'auto' } : one))
  const cases = useCases(question, candidates)
  const isShown = state !== undefined && question !== undefined && isSame(state.question, question)
  const isRunning = state?.state === 'running' && isShown
  const rows = isShown
    ? [...state.rows.map((row): TryTableRow => ({ ...row, isQueued: isRunning })), ...restOf(state, candidates, cases)]
    : orderCases(candidates.map((problem) => waitingRow(problem, cases)))
  const chosen = rows.filter(({ problem }) => !left.has(problem.id))
  const canRun =
    question !== undefined && chosen.length > 0 && !isRunning && preview.preview?.chat?.status !== 'no-template'
  const run = () => {
    if (question === undefined) return
    const picked = orderCases(chosen.map(({ problem }) => ({ problem, known: cases.get(problem.id) })))
    session.start(question, picked, { alsoBefore })
  }
  useCommands([
    { id: 'try-prompt', title: promptStrings.commands.try, key: 'mod+enter', isEnabled: canRun, run },
    {
      id: 'cancel-try',
      title: promptStrings.commands.cancel,
      key: 'escape',
      isEnabled: isRunning,
      run: () => session.cancel(),
    },
  ])

  return (
    <div className={styles['pane']}>
      <div className={styles['choices']}>
        <ModelSelect models={models} modelId={modelId} onModel={onModel} />
        <NativeSelect
          size="xs"
          aria-label={words.against}
          disabled={others.length === 0}
          data={others.map((one) => ({
            value: String(one.version),
            label: `${words.against} ${words.version(one.version)}`,
          }))}
          value={String(against?.version ?? '')}
          onChange={(event) => setAgainst(Number(event.currentTarget.value))}
        />
        {isRunning ? (
          <Button size="xs" variant="default" onClick={() => session.cancel()} rightSection={<kbd>Esc</kbd>}>
            {words.cancel}
          </Button>
        ) : (
          <Button size="xs" className={styles['run'] ?? ''} disabled={!canRun} onClick={run}>
            {words.run(chosen.length)}
          </Button>
        )}
        {datasets.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={words.source}
            data={[
              { value: '', label: words.offered },
              ...datasets.map((one) => ({ value: one.datasetId, label: one.name })),
            ]}
            value={datasetId}
            onChange={(event) => setDataset(event.currentTarget.value)}
          />
        )}
        {against !== undefined && (
          <Checkbox
            size="xs"
            className={styles['also'] ?? ''}
            label={words.alsoBefore(against.version)}
            checked={alsoBefore}
            onChange={(event) => setAlsoBefore(event.currentTarget.checked)}
          />
        )}
      </div>
      <progress
        className={styles['progress']}
        max={state?.all ?? 1}
        value={isShown ? state.done : 0}
        aria-label={words.run(chosen.length)}
      />
      <p className={styles['said']} role="status">
        {sayState({ state: isShown ? state : undefined, preview, isChanged, version, hasOther: against !== undefined })}
      </p>
      <TryTable
        rows={rows}
        versions={{ version, against: against?.version }}
        left={left}
        onLeave={(ids, isLeft) => setLeft(changeSet(left, ids, isLeft))}
        isRunning={isRunning}
      />
    </div>
  )
}

function sayState(named: {
  state: TryState | undefined
  preview: ToolsPaneProps['preview']
  isChanged: boolean
  version: number
  hasOther: boolean
}): string {
  const { hasOther, isChanged, preview, state, version } = named
  if (preview.preview?.chat?.status === 'no-template') return promptStrings.preview.noTemplate
  if (state === undefined) {
    if (isChanged) return words.draft(version)
    return hasOther ? words.affectedFirst : words.onlyOne
  }
  const changes = state.rows.map(({ after, before }) => changeOf(before, after))
  const count = (...kinds: (string | undefined)[]) =>
    changes.filter((one) => one !== undefined && kinds.includes(one)).length
  const compared = hasOther
    ? words.summary(count('better'), count('worse'), count('same', 'otherPlan', 'otherWay'))
    : ''
  const progress = words.progress(state.done, state.all)
  return [state.state === 'stopped' ? words.stopped : '', progress, compared].filter(Boolean).join(' · ')
}

type Problem = TryTableRow['problem']
type Cases = ReturnType<typeof useCases>

const waitingRow = (problem: Problem, cases: Cases): TryTableRow => ({
  problem,
  known: cases.get(problem.id),
  before: undefined,
  after: undefined,
  isQueued: false,
})

/** Problems that were not picked stay in sight, below. */
function restOf(state: TryState, candidates: readonly Problem[], cases: Cases): TryTableRow[] {
  const picked = new Set(state.rows.map(({ problem }) => problem.text))
  return orderCases(candidates.filter(({ text }) => !picked.has(text)).map((problem) => waitingRow(problem, cases)))
}

const isSame = (one: TryQuestion, other: TryQuestion) =>
  one.name === other.name &&
  one.version === other.version &&
  one.against === other.against &&
  one.modelId === other.modelId

function changeSet(set: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const changed = new Set(set)
  for (const id of ids) isIn ? changed.add(id) : changed.delete(id)
  return changed
}
