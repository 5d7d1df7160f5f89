import { Tabs } from '@mantine/core'
import { lazy, Suspense, useRef } from 'react'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { PlanPanel } from '../plan/plan-panel.tsx'
import { factsOf } from '../run/run-view.ts'
import { strings } from '../strings.ts'
import { TracePanel } from '../trace/trace-panel.tsx'
import type { AlignedPicture } from './aligned-pictures.ts'
import type { Column } from './column.ts'
import type { Comparison } from './comparison.ts'
import { FactList } from './fact-list.tsx'
import { HopTimes } from './hop-times.tsx'
import styles from './model-column.module.css'
import { ModelHeader } from './model-header.tsx'
import { ProgressLine } from './progress-line.tsx'
import { TraceView } from './trace-view.tsx'
import { VerdictBand } from './verdict-band.tsx'

/** Monaco comes with it: only who asks for a program waits for that. */
const ProgramView = lazy(() => import('./program-view.tsx').then((module) => ({ default: module.ProgramView })))

const nothingQuiet: ReadonlySet<number> = new Set()

export interface ModelColumnProps {
  readonly column: Column
  /** Counted from 1. */
  readonly position: number
  readonly models: readonly ModelEntry[]
  readonly differing: ReadonlySet<string>
  /** Absent where there is no plan yet. */
  readonly picture: AlignedPicture | undefined
  readonly isCurrent: boolean
  readonly actions: {
    readonly choose: (modelId: string) => void
    readonly remove: (() => void) | undefined
    readonly point: (fact: FormalizedFact | undefined) => void
    readonly write: Comparison['exportRun']
  }
}

/** What one model makes of the problem: the answer first, then what it understood, program and trace a click away. */
export function ModelColumn({ actions, column, differing, isCurrent, models, picture, position }: ModelColumnProps) {
  const { modelId, run } = column
  const facts = factsOf(run)
  const drawing = useRef<SVGSVGElement>(null)
  const point = (fact: FormalizedFact | undefined) => actions.point(isCurrent ? fact : undefined)
  return (
    <article className={styles['column']} aria-label={modelId} data-testid={`column-${position}`}>
      <ModelHeader modelId={modelId} models={models} position={position} actions={actions} />
      <VerdictBand column={column} isCurrent={isCurrent} write={actions.write} drawing={drawing} />
      <HopTimes run={run} />
      <ProgressLine column={column} />
      <PlanPanel
        run={run}
        picture={{ axis: picture?.axis, quietSteps: picture?.quietSteps ?? nothingQuiet, svgRef: drawing }}
        onPoint={point}
      />
      <Tabs defaultValue="facts" keepMounted={false} className={styles['detail'] ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="facts">{strings.facts.title(facts.length)}</Tabs.Tab>
          <Tabs.Tab value="program">{strings.program.title}</Tabs.Tab>
          <Tabs.Tab value="trace">{strings.trace.title}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts" className={styles['panel'] ?? ''}>
          <FactList column={column} differing={differing} onPoint={point} />
        </Tabs.Panel>
        <Tabs.Panel value="program" className={styles['panel'] ?? ''}>
          {run.program === undefined ? (
            <p className={styles['empty']}>{strings.program.empty}</p>
          ) : (
            <Suspense>
              <ProgramView program={run.program} query={run.query ?? ''} label={strings.program.label(modelId)} />
            </Suspense>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="trace" className={styles['panel'] ?? ''}>
          {column.state === 'ended' && column.runId !== undefined ? (
            <TracePanel key={column.runId} runId={column.runId} isOpenAtFirst />
          ) : (
            <TraceView run={run} />
          )}
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}
