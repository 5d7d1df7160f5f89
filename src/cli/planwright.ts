import { type ErrorCode, toPlainError } from '../base/planwright-error.ts'
import { readVersion } from '../engine/version.ts'
import { type Command, exitCodes, type OpenEngine, type Terminal } from './command.ts'

/** Loaded one at a time: `--help` should not wait for a language model's library. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import('./plan-command.ts')).planCommand,
  evaluate: async () => (await import('./evaluate-command.ts')).evaluateCommand,
  bench: async () => (await import('./bench-command.ts')).benchCommand,
  synthesize: async () => (await import('./synthesize-command.ts')).synthesizeCommand,
  models: async () => (await import('./models-command.ts')).modelsCommand,
  store: async () => (await import('./store-command.ts')).storeCommand,
  runs: async () => (await import('./runs-command.ts')).runsCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
}

const usageLine = 'planwright COMMAND [OPTIONS]'

/** Runs one command line and resolves with its exit code; what goes wrong is said, not thrown. */
export async function runPlanwright(
  args: readonly string[],
  terminal: Terminal,
  openEngine: OpenEngine,
): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-V') {
    terminal.write(`${await readVersion()}\n`)
    return exitCodes.done
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.write(await help())
    return exitCodes.done
  }
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name]
  if (load === undefined) {
    terminal.say(
      name === undefined ? 'planwright: a command is missing.' : `planwright: there is no command "${name}".`,
    )
    terminal.say(`Usage: ${usageLine} (one of: ${Object.keys(commands).join(', ')}; --help tells more)`)
    return exitCodes.badInput
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.write(`Usage: ${command.usage}\n`)
    return exitCodes.done
  }
  try {
    return await command.run(rest, terminal, openEngine)
  } catch (error) {
    const { code, message, wayOut } = toPlainError(error)
    if (terminal.signal.aborted) return exitCodes.interrupted
    terminal.say(`planwright: ${message}`)
    if (wayOut !== undefined) terminal.say(wayOut)
    return exitCodeOf(code)
  }
}

function exitCodeOf(code: ErrorCode): number {
  if (code === 'invalid-input' || code === 'not-found') return exitCodes.badInput
  return code === 'cancelled' ? exitCodes.interrupted : exitCodes.failed
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return [
    'Planwright turns a planning problem in plain words into a checked plan, on this machine.',
    '',
    `Usage: ${usageLine}`,
    '',
    ...all.map(({ name, summary }) => `  ${name.padEnd(11)} ${summary}`),
    '',
    'planwright COMMAND --help tells the options. Runs and models of your own are kept in PLANWRIGHT_HOME (~/.planwright).',
    'Exit codes: 0 solved or done, 1 no plan or failed, 2 bad usage or input, 130 interrupted.',
    '',
  ].join('\n')
}
