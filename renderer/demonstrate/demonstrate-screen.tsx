import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useAnswer } from '../connection/engine-context.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import type { ScreenProps } from '../frame/screen.ts'
import { frameStrings } from '../frame/strings.ts'
import { useCommands } from '../frame/use-commands.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView } from '../run/run-view.ts'
import { BecauseList } from './because-list.tsx'
import styles from './demonstrate-screen.module.css'
import { litRanges } from './lit-words.ts'
import { leaveDemonstration } from './open-demonstration.ts'
import { Stage } from './stage.tsx'
import { demonstrateStrings as words } from './strings.ts'
import { useTelling } from './use-telling.ts'

/** One run before an audience: its problem, why, its plan. */
export function DemonstrateScreen({ path: [runId = ''] }: ScreenProps) {
  useCommands([{ id: 'leave-demonstration', title: words.leave, key: 'escape', run: leaveDemonstration }])
  return (
    <div className={styles['screen']}>
      {runId === '' ? <Nothing detail={words.noRun} /> : <Demonstration key={runId} runId={runId} />}
      <div className={styles['leave']}>
        <Button size="compact-xs" variant="default" onClick={leaveDemonstration} rightSection={<kbd>Esc</kbd>}>
          {words.leaveShort}
        </Button>
      </div>
    </div>
  )
}

function Demonstration({ runId }: { readonly runId: string }) {
  const events = useAnswer(['runs', 'events', runId], (client) => client.runs.events({ runId }))
  const because = useAnswer(['runs', 'because', runId], (client) => client.runs.because({ runId }))
  const run = useMemo(() => events.data?.reduce(reduceRun, emptyRunView), [events.data])
  const telling = useTelling(because.data)
  const { chosen, lit } = telling
  if (events.error !== null) return <FailureLine error={events.error} again={() => void events.refetch()} />
  if (run === undefined) return <p className={styles['quiet']}>{frameStrings.loading}</p>
  if (run.end === undefined) return <Nothing detail={words.notEnded} />
  return (
    <Stage
      run={run}
      ranges={litRanges(run, lit)}
      litFacts={telling.litFacts}
      isJudged
      hasAnswer
      onPointFacts={telling.pointFacts}
      onFocusPicture={telling.focusPicture}
    >
      {because.error !== null && <FailureLine error={because.error} again={() => void because.refetch()} />}
      {because.isPending && <p className={styles['quiet']}>{words.thinking}</p>}
      {because.data !== undefined && (
        <BecauseList
          because={because.data}
          chosen={chosen}
          lit={lit}
          onChoose={telling.choose}
          onPoint={telling.pointSentence}
        />
      )}
    </Stage>
  )
}

function Nothing({ detail }: { readonly detail: string }) {
  return (
    <EmptyState title={words.none} detail={detail}>
      <Button size="xs" onClick={leaveDemonstration}>
        {words.leave}
      </Button>
    </EmptyState>
  )
}
