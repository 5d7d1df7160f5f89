import { implement } from '@orpc/server'
import { comparisonsContract } from '../../api/comparisons-contract.ts'
import type { Comparisons } from './comparison-service.ts'

/** The contract's procedures on comparisons. */
export function comparisonsRouter(comparisons: Comparisons) {
  const contract = implement(comparisonsContract)
  return contract.router({
    list: contract.list.handler(async () => [...(await comparisons.list())]),
    overview: contract.overview.handler(({ input }) => comparisons.overview(input.comparisonId)),
    create: contract.create.handler(({ input }) => comparisons.create(input)),
    find: contract.find.handler(({ input }) => comparisons.find(input.comparisonId, input.filter)),
    rows: contract.rows.handler(({ input }) => comparisons.rows(input.comparisonId, input.problems)),
    cell: contract.cell.handler(({ input }) => comparisons.cell(input.comparisonId, input.problem, input.variant)),
    pause: contract.pause.handler(({ input }) => comparisons.setState(input.comparisonId, 'paused')),
    resume: contract.resume.handler(({ input }) => comparisons.setState(input.comparisonId, 'running')),
    cancel: contract.cancel.handler(({ input }) => comparisons.setState(input.comparisonId, 'cancelled')),
    bin: contract.bin.handler(({ input }) => comparisons.bin(input.comparisonId, input.isBinned)),
  })
}
