import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PreviewInput, PromptPreview } from '../../src/api/prompts-contract.ts'
import { useEngine } from '../connection/engine-context.ts'

/** Long enough not to ask for every letter, short enough to feel at once. */
const waitMs = 120

export interface PreviewState {
  readonly preview: PromptPreview | undefined
  readonly error: Error | null
  readonly again: () => void
  /** Of an earlier text; the one for this text is on its way. */
  readonly isOld: boolean
}

/** What the text would become, a moment after it was written. */
export function usePreview(input: PreviewInput | undefined): PreviewState {
  const { ask } = useEngine()
  const [asked] = useDebouncedValue(input, waitMs)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    // A run loads its model, and then the tokens can be counted.
    queryKey: ['runs', 'preview', asked],
    queryFn: () => ask(async (client) => (asked === undefined ? null : client.prompts.render(asked))),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })
  const isSame = asked?.name === input?.name
  return {
    preview: isSame ? (data ?? undefined) : undefined,
    error,
    again: () => void refetch(),
    isOld: isPlaceholderData || asked !== input,
  }
}
