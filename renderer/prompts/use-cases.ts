import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PromptCase } from '../../src/api/prompts-contract.ts'
import { useEngine } from '../connection/engine-context.ts'
import type { TryProblem } from './try-cases.ts'
import type { TryQuestion } from './try-session.ts'

/** What is known of each problem before the version is tried on it; by the problem's id. */
export function useCases(
  question: TryQuestion | undefined,
  problems: readonly TryProblem[],
): ReadonlyMap<string, PromptCase> {
  const { ask } = useEngine()
  const asked = problems.map(({ domain, text }) => ({ text, domain }))
  const ids = problems.map(({ id }) => id)
  const { data } = useQuery({
    queryKey: ['runs', 'prompt-cases', question, ids],
    queryFn: () =>
      ask(async (client) => {
        const known = question === undefined ? [] : await client.prompts.cases({ ...question, problems: asked })
        return new Map(known.flatMap((one, place) => (ids[place] === undefined ? [] : [[ids[place], one] as const])))
      }),
    enabled: question !== undefined && problems.length > 0,
    placeholderData: keepPreviousData,
  })
  return data ?? nothing
}

const nothing: ReadonlyMap<string, PromptCase> = new Map()
