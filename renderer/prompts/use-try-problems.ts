import { useState } from 'react'
import { useAnswer } from '../connection/engine-context.ts'
import type { TryProblem } from './try-cases.ts'
import type { PromptProblems } from './use-prompt-problems.ts'

const mostProblems = 200

export interface TryProblems {
  readonly problems: readonly TryProblem[]
  /** Where problems can be taken from, beside the examples and recent runs. */
  readonly datasets: readonly { readonly datasetId: string; readonly name: string }[]
  /** Empty for the examples and recent runs. */
  readonly datasetId: string
  readonly setDataset: (datasetId: string) => void
}

/** Problems to try a version on: the examples and those of recent runs, or the first of a dataset. */
export function useTryProblems({ examples, recent }: PromptProblems): TryProblems {
  const [datasetId, setDataset] = useState('')
  const datasets = useAnswer(['datasets'], (client) => client.datasets.list()).data ?? []
  const chosen = useAnswer(['datasets', 'problems', datasetId, mostProblems], async (client) =>
    datasetId === '' ? [] : client.datasets.problems({ datasetId, from: 0, count: mostProblems }),
  ).data
  const own = (chosen ?? []).map(
    ({ id, position, task, text }): TryProblem => ({
      id: `${datasetId}/${position}`,
      title: id,
      text,
      domain: task === 'not-a-problem' ? 'auto' : task,
    }),
  )
  return { problems: datasetId === '' ? [...examples, ...recent] : own, datasets, datasetId, setDataset }
}
