import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PlanwrightError } from '../base/planwright-error.ts'
import { findProjectRoot } from '../engine/project-root.ts'
import { serveEngine } from '../engine/serve/serve.ts'
import { readVersion } from '../engine/version.ts'
import { type Command, exitCodes } from './command.ts'
import { parseArguments, wholeNumber } from './parse-arguments.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright serve [--port N]

  Serves the workbench on this machine only and prints its address, which opens it once. Ctrl-C ends it.
  --port N      any free port where it is not given`

/** The built page, beside the sources or beside the built engine: both lie below the same root. */
function rendererFolder(): string {
  const folder = join(findProjectRoot(import.meta.url), 'dist', 'renderer')
  if (existsSync(join(folder, 'index.html'))) return folder
  throw new PlanwrightError({
    code: 'io',
    message: 'The workbench is not built.',
    wayOut: 'Run: npm run build (npm start does it by itself).',
  })
}

/** The same engine as everywhere, for a browser on this machine. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'serves the workbench to a browser on this machine',
  usage,
  async run(args, terminal, openEngine) {
    const { values } = parseArguments(args, { options: { port: { type: 'string', default: '0' } }, usage })
    const port = wholeNumber(values.port, { option: '--port', from: 0, to: 65_535, usage })
    const renderer = rendererFolder()
    return withEngine(openEngine, async (engine) => {
      const served = await serveEngine({ engine, renderer, port, version: await readVersion() })
      engine.comparisons.startQueue()
      terminal.write(`${served.url}\n`)
      terminal.say('Open this address in a browser. Ctrl-C ends Planwright.')
      if (!terminal.signal.aborted) await once(terminal.signal, 'abort')
      await served.close()
      return exitCodes.done
    })
  },
}
