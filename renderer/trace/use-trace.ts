import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import { useEngine } from '../connection/engine-context.ts'

/** The spans of a run that has ended: it will have no others. */
export function useTrace(runId: string): UseQueryResult<readonly TraceSpan[]> {
  const { ask } = useEngine()
  return useQuery({
    queryKey: ['trace', runId],
    queryFn: async () => (await ask((client) => client.runs.trace({ runId }))).spans,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
