import { implement } from '@orpc/server'
import { datasetsContract } from '../../api/datasets-contract.ts'
import type { DatasetLibrary } from './dataset-library.ts'
import { readReference } from './read-reference.ts'

/** The contract's procedures on datasets. */
export function datasetsRouter(datasets: DatasetLibrary) {
  const contract = implement(datasetsContract)
  return contract.router({
    list: contract.list.handler(async () => [...(await datasets.list())]),
    problems: contract.problems.handler(async ({ input: { count, datasetId, from } }) => {
      const positions = Array.from({ length: count }, (_, index) => from + index)
      const problems = await datasets.problems(datasetId, positions)
      return problems.map((problem, index) => {
        const { id, level, task, text } = problem
        return { position: from + index, id, task, level, text, isJudged: readReference(problem) !== undefined }
      })
    }),
    import: contract.import.handler(({ input }) => datasets.importFile(input.name, input.text)),
    write: contract.write.handler(({ input }) => datasets.write(input.name, input.texts)),
    generate: contract.generate.handler(({ input, signal }) =>
      datasets.generate(input, signal ?? new AbortController().signal),
    ),
  })
}
