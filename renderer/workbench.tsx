import { Button } from '@mantine/core'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { FormalizedFact } from '../src/planning/fact.ts'
import { isUnderWay } from './comparison/column.ts'
import type { Comparison } from './comparison/comparison.ts'
import { ComparisonPane } from './comparison/comparison-pane.tsx'
import { defaultModels } from './comparison/default-models.ts'
import { ConnectionState } from './connection/connection-state.tsx'
import type { EngineConnection } from './connection/engine-connection.ts'
import { useOffer } from './connection/use-offer.ts'
import { ProblemPane } from './problem/problem-pane.tsx'
import { textMarks } from './problem/text-marks.ts'
import { strings } from './strings.ts'
import { ColorSchemeSwitch } from './theme/color-scheme-switch.tsx'
import { useRunKeys } from './use-run-keys.ts'
import styles from './workbench.module.css'

export interface WorkbenchProps {
  readonly connection: EngineConnection
  readonly comparison: Comparison
}

/** The whole page: the problem on the left, what each model makes of it on the right. */
export function Workbench({ comparison, connection }: WorkbenchProps) {
  const { again, offer } = useOffer(connection)
  const columns = useSyncExternalStore(comparison.subscribe, comparison.snapshot)
  const [problem, setProblem] = useState({ text: '', domain: 'auto' })
  const [pointed, setPointed] = useState<FormalizedFact>()
  const isRunning = columns.some(isUnderWay)

  useEffect(() => {
    if (offer === undefined || comparison.snapshot().length > 0) return
    for (const id of defaultModels(offer.models)) comparison.add(id)
    const [first] = offer.examples
    if (first !== undefined) setProblem((now) => (now.text === '' ? { ...now, text: first.text } : now))
  }, [comparison, offer])

  const canRun = problem.text.trim() !== '' && columns.length > 0
  const run = useCallback(() => {
    if (canRun) comparison.run(problem)
  }, [canRun, comparison, problem])
  const cancel = useCallback(() => comparison.cancel(), [comparison])
  useRunKeys({ run, cancel: isRunning ? cancel : undefined })

  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1 className={styles['title']}>{strings.title}</h1>
        <ConnectionState connection={connection} />
        {again !== undefined && (
          <p className={styles['notice']}>
            {strings.connection.loadFailed}{' '}
            <Button size="compact-xs" variant="default" onClick={again}>
              {strings.connection.again}
            </Button>
          </p>
        )}
        <span className={styles['space']} />
        <ColorSchemeSwitch />
      </header>
      <main className={styles['panes']}>
        <ProblemPane
          problem={problem}
          examples={offer?.examples ?? []}
          domains={offer?.domains ?? []}
          marks={textMarks(problem.text, columns, pointed)}
          state={{ isRunning, canRun, hasRun: columns.some((one) => one.state !== 'idle') }}
          actions={{ change: setProblem, run, cancel }}
        />
        <ComparisonPane
          comparison={comparison}
          columns={columns}
          models={offer?.models}
          isCurrent={(text) => text === problem.text}
          onPoint={setPointed}
        />
      </main>
    </div>
  )
}
