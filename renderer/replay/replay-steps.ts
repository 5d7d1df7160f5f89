import type { Replay } from '../../src/api/replay-file.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf, type RunView } from '../run/run-view.ts'

/** What is seen after one step of a replay. */
export interface ReplayStep {
  readonly stage: 'text' | 'facts' | 'plan' | 'conflict' | 'because' | 'verdict'
  readonly run: RunView
  /** Facts that this step brought. */
  readonly arrived: readonly FormalizedFact[]
  /** The sentence that is told. */
  readonly chosen: number | undefined
  /** How many sentences have been told. */
  readonly shown: number
}

/** A run in steps for people: the text, the facts as they came, the plan or that there is none, why, the verdict. */
export function replaySteps({ because, events }: Replay): readonly ReplayStep[] {
  const steps: ReplayStep[] = []
  let run = emptyRunView
  const add = (step: Pick<ReplayStep, 'stage'> & Partial<ReplayStep>) =>
    steps.push({ run, arrived: [], chosen: undefined, shown: 0, ...step })
  for (const event of events) {
    const before = factsOf(run)
    run = reduceRun(run, event)
    switch (event.type) {
      case 'run-start':
        add({ stage: 'text' })
        break
      case 'segment-end':
        if (event.facts.length > 0) add({ stage: 'facts', arrived: event.facts })
        break
      case 'formalization': {
        const known = new Set(before.map(keyOf))
        const news = event.facts.filter((fact) => !known.has(keyOf(fact)))
        if (news.length > 0 || event.facts.length !== before.length) add({ stage: 'facts', arrived: news })
        break
      }
      case 'plan':
      case 'conflict':
        add({ stage: event.type })
        break
    }
  }
  for (const [place, { isDecisive }] of because.sentences.entries()) {
    const isTold = because.about !== 'plan' || isDecisive
    if (isTold) add({ stage: 'because', chosen: place, shown: place + 1 })
  }
  add({ stage: 'verdict', shown: because.sentences.length })
  return steps
}

const keyOf = ({ fact, span }: FormalizedFact) => JSON.stringify([fact, span])
