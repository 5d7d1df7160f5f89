import { useQueries } from '@tanstack/react-query'
import type { Example } from '../../src/api/contract.ts'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { useAnswer, useEngine } from '../connection/engine-context.ts'
import type { TryProblem } from './try-cases.ts'

const mostRecent = 12
const lookedThrough = 100

export interface PromptProblems {
  readonly examples: readonly TryProblem[]
  /** Other problems of the newest runs, each once. */
  readonly recent: readonly TryProblem[]
}

const asProblem = ({ domain, id, text, title }: Example): TryProblem => ({ id, title, text, domain })

/** Problems to look at a template with. */
export function usePromptProblems(): PromptProblems {
  const { ask } = useEngine()
  const examples = useAnswer(['datasets', 'examples'], (client) => client.examples.list()).data ?? []
  const runs = useAnswer(['runs', lookedThrough], (client) => client.runs.list({ limit: lookedThrough })).data ?? []
  const known = new Set(examples.map(({ text }) => titleOf(text)))
  const newest = runs.filter(({ title }) => !known.has(title) && known.add(title)).slice(0, mostRecent)
  const texts = useQueries({
    // Not under a topic: a run's text never changes.
    queries: newest.map(({ runId }) => ({
      queryKey: ['text-of-run', runId],
      queryFn: () => ask(async (client) => textOf(await client.runs.events({ runId }))),
    })),
  })
  const recent = newest.flatMap(({ domain, runId, title }, place): TryProblem[] => {
    const text = texts[place]?.data
    return text === undefined || text === '' ? [] : [{ id: runId, title, text, domain }]
  })
  return { examples: examples.map(asProblem), recent }
}

/** As a run's summary names it. */
const titleOf = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 80)

function textOf(events: readonly RunEvent[]): string {
  const start = events.find((event) => event.type === 'run-start')
  return start?.text ?? ''
}
