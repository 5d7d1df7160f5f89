import { useAnswer } from '../connection/engine-context.ts'
import type { PaletteEntry } from './palette-entries.ts'
import { frameStrings } from './strings.ts'
import { navigate } from './use-route.ts'

const kinds = frameStrings.palette.kinds
const newestRuns = 200

/** What the palette opens by name, beside screens and commands: comparisons, datasets, models, runs. */
export function useFindable(): readonly PaletteEntry[] {
  const comparisons = useAnswer(['comparisons', 'list'], (client) => client.comparisons.list())
  const datasets = useAnswer(['datasets'], (client) => client.datasets.list())
  const models = useAnswer(['models'], (client) => client.models.list())
  const runs = useAnswer(['runs', newestRuns], (client) => client.runs.list({ limit: newestRuns }))
  return [
    ...(comparisons.data ?? []).map(({ comparison: { comparisonId, name } }) => ({
      id: comparisonId,
      title: name,
      kind: kinds.comparison,
      run: () => navigate('compare', comparisonId),
    })),
    ...(datasets.data ?? []).map(({ datasetId, name }) => ({
      id: datasetId,
      title: name,
      kind: kinds.dataset,
      run: () => navigate('datasets', datasetId),
    })),
    ...(models.data ?? []).map(({ id }) => ({ id, title: id, kind: kinds.model, run: () => navigate('models', id) })),
    ...(runs.data ?? []).map(({ modelId, runId, title }) => ({
      id: runId,
      title: `${title} (${modelId}, ${runId})`,
      kind: kinds.run,
      run: () => navigate('run', runId),
    })),
  ]
}
