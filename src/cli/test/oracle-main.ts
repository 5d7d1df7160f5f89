import { z } from 'zod'
import { composeProblem } from '../../engine/compose-problem.ts'
import { createNodeEngine } from '../../engine/node-engine.ts'
import { createOracleHost } from '../../engine/test/oracle-host.ts'
import { runPlanwright } from '../planwright.ts'
import { openTerminal } from '../terminal.ts'

/** The command with a model that knows the composed problems of ORACLE, a JSON object, and nothing else. */
const oracleSchema = z.object({
  kind: z.string(),
  seed: z.number(),
  count: z.number(),
  split: z.enum(['train', 'held-out']).default('held-out'),
  tokenDelayMs: z.number().default(0),
})
const { count, kind, seed, split, tokenDelayMs } = oracleSchema.parse(JSON.parse(process.env['ORACLE'] ?? '{}'))
const problems = Array.from({ length: count }, (_, index) =>
  composeProblem(kind, { seed, index, split, benchmarkShare: 0 }),
)
const modelHost = createOracleHost(problems, { tokenDelayMs })
process.exitCode = await runPlanwright(process.argv.slice(2), openTerminal(), () => createNodeEngine({ modelHost }))
setTimeout(() => process.exit(), 3000).unref()
