import { toPlainError } from '../base/planwright-error.ts'
import { exitCodes } from './command.ts'
import { runPlanwright } from './planwright.ts'
import { openTerminal } from './terminal.ts'

const terminal = openTerminal()
/** Loaded when it is wanted: `--help` should not wait for a language model's library. */
const openEngine = async () => (await import('../engine/node-engine.ts')).createNodeEngine()

try {
  process.exitCode = await runPlanwright(process.argv.slice(2), terminal, openEngine)
} catch (error) {
  // Only what nobody expected gets here.
  terminal.say(`planwright: ${toPlainError(error).message}`)
  process.exitCode = exitCodes.failed
}
// A child or a worker that will not end must not hold the terminal.
setTimeout(() => process.exit(), 3000).unref()
