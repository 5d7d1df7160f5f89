import { expect, it } from 'vitest'
import { mayMissDatasets } from '../../evaluation/test/datasets.ts'
import { datasetsFolder, naturalPlanFiles, readDatasets, wildFiles } from './bench-datasets.ts'
import { benchRules } from './bench-rules.ts'

it.skipIf(mayMissDatasets)(
  'the rules solve every problem of the data sets from its own facts, as SWI-Prolog does',
  { timeout: 240_000 },
  async () => {
    const samples = await readDatasets(datasetsFolder(), [...naturalPlanFiles, ...wildFiles])
    const benches = await benchRules(samples, new AbortController().signal)

    expect(benches.map(({ dataset, domain }) => `${dataset} ${domain}`)).toHaveLength(6)
    for (const { correct, disagreements, problems } of benches) {
      expect({ correct, disagreements }).toEqual({ correct: problems, disagreements: 0 })
    }
  },
)
