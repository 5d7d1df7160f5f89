import { Button } from '@mantine/core'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { isUnderWay } from '../comparison/column.ts'
import type { Comparison } from '../comparison/comparison.ts'
import { ComparisonPane } from '../comparison/comparison-pane.tsx'
import { defaultModels } from '../comparison/default-models.ts'
import { useEngine } from '../connection/engine-context.ts'
import { useOffer } from '../connection/use-offer.ts'
import { useDemonstrate } from '../demonstrate/use-demonstrate.ts'
import { Split } from '../frame/split.tsx'
import { useCommands } from '../frame/use-commands.ts'
import { useRemembered } from '../frame/use-remembered.ts'
import { strings } from '../strings.ts'
import { ProblemPane } from './problem-pane.tsx'
import styles from './problem-screen.module.css'
import { textMarks } from './text-marks.ts'

const draftSchema = z.object({ text: z.string(), domain: z.string() })

/** A problem on the left, what each model makes of it on the right. */
export function ProblemScreen({ comparison }: { readonly comparison: Comparison }) {
  const { connection } = useEngine()
  const { again, offer } = useOffer(connection)
  const columns = useSyncExternalStore(comparison.subscribe, comparison.snapshot)
  const draft = useRemembered('draft.problem', draftSchema, { text: '', domain: 'auto' })
  const [pointed, setPointed] = useState<FormalizedFact>()
  const isRunning = columns.some(isUnderWay)
  const first = offer?.examples[0]?.text ?? ''
  const problem = draft.isWritten ? draft.value : { ...draft.value, text: first }

  useEffect(() => {
    if (offer === undefined || comparison.snapshot().length > 0) return
    for (const id of defaultModels(offer.models)) comparison.add(id)
  }, [comparison, offer])

  const canRun = problem.text.trim() !== '' && columns.length > 0
  const run = useCallback(() => comparison.run(problem), [comparison, problem])
  const cancel = useCallback(() => comparison.cancel(), [comparison])
  const words = strings.problem
  useCommands([
    { id: 'run-problem', title: words.run, key: 'mod+enter', isEnabled: canRun, run },
    { id: 'cancel-problem', title: words.cancel, key: 'escape', isEnabled: isRunning, run: cancel },
  ])

  const ended = columns.filter((one) => one.state === 'ended')
  useDemonstrate((ended.find((one) => one.run.plan !== undefined) ?? ended[0])?.runId)

  return (
    <div className={styles['screen']}>
      {again !== undefined && (
        <p className={styles['notice']} role="alert">
          {strings.connection.loadFailed}{' '}
          <Button size="compact-xs" variant="default" onClick={again}>
            {strings.connection.again}
          </Button>
        </p>
      )}
      <Split name="problem" label={words.divider} shares={[27, 73]}>
        <ProblemPane
          problem={problem}
          examples={offer?.examples ?? []}
          domains={offer?.domains ?? []}
          marks={textMarks(problem.text, columns, pointed)}
          state={{
            isPageReady: offer !== undefined && draft.isRead,
            isRunning,
            canRun,
            hasRun: columns.some((one) => one.state !== 'idle'),
          }}
          actions={{ change: draft.set, run, cancel }}
        />
        <ComparisonPane
          comparison={comparison}
          columns={columns}
          models={offer?.models}
          isCurrent={(text) => text === problem.text}
          onPoint={setPointed}
        />
      </Split>
    </div>
  )
}
