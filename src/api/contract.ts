import { oc } from '@orpc/contract'
import { z } from 'zod'
import { changesContract } from './changes-contract.ts'
import { comparisonsContract } from './comparisons-contract.ts'
import { datasetsContract } from './datasets-contract.ts'
import { modelsContract } from './models-contract.ts'
import { promptsContract } from './prompts-contract.ts'
import { runsContract } from './runs-contract.ts'
import { settingsContract } from './settings-contract.ts'
import { tracesContract } from './traces-contract.ts'

export const exampleSchema = z.object({
  id: z.string(),
  domain: z.string(),
  title: z.string(),
  text: z.string(),
})
export type Example = z.infer<typeof exampleSchema>

/** A planning domain that can be asked for by name. */
export const domainEntrySchema = z.object({ id: z.string(), title: z.string() })
export type DomainEntry = z.infer<typeof domainEntrySchema>

/** What the outside may ask of the engine: one contract for the window, the browser and whoever comes. */
export const contract = {
  engine: {
    info: oc.output(z.object({ version: z.string(), platform: z.string(), prolog: z.string() })),
    /** What a person should know who did not ask, oldest first. */
    notices: oc.output(z.array(z.string())),
  },
  changes: changesContract,
  comparisons: comparisonsContract,
  datasets: datasetsContract,
  settings: settingsContract,
  models: modelsContract,
  domains: { list: oc.output(z.array(domainEntrySchema)) },
  examples: { list: oc.output(z.array(exampleSchema)) },
  prompts: promptsContract,
  runs: runsContract,
  traces: tracesContract,
}
