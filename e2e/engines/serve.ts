// node e2e/engines/serve.ts [--model real|scripted] [--delay MILLISECONDS a token] [--home FOLDER] [--port N]: an engine for
// the tests, on a process of its own so that it can be slowed and killed. Prints its address.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { createNodeProcessHost } from '../../src/base/node-process-host.ts'
import { createNodeEngine } from '../../src/engine/node-engine.ts'
import { serveEngine } from '../../src/engine/serve/serve.ts'
import { createLlamaCppHost } from '../../src/language-models/llama-cpp/llama-cpp-host.ts'
import { createScriptedEngine } from './scripted-engine.ts'
import { slowDown } from './slow-model-host.ts'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'real' },
    delay: { type: 'string', default: '0' },
    home: { type: 'string', default: mkdtempSync(path.join(tmpdir(), 'planwright-e2e-')) },
    port: { type: 'string', default: '0' },
  },
})
const delayMs = Number(values.delay)
const { home } = values
const engine =
  values.model === 'scripted'
    ? await createScriptedEngine({ home, tokenDelayMs: delayMs })
    : await createNodeEngine({
        home,
        modelHost: slowDown(createLlamaCppHost({ processes: createNodeProcessHost() }), delayMs),
      })
const served = await serveEngine({
  engine,
  version: 'test',
  renderer: path.join(import.meta.dirname, '..', '..', 'dist', 'renderer'),
  port: Number(values.port),
})
engine.comparisons.startQueue()
process.stdout.write(`${served.url}\n`)
process.on(
  'SIGTERM',
  () =>
    void served
      .close()
      .then(() => engine.dispose())
      .then(() => process.exit(0)),
)
