import { homedir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { createNodeProcessHost } from '../base/node-process-host.ts'
import type { ProcessHost } from '../base/process-host.ts'
import { planningDomains } from '../domains/registry.ts'
import type { FormalizeLimits } from '../formalization/formalizer.ts'
import { modelFormalizer } from '../formalization/model-formalizer.ts'
import type { ModelHost } from '../language-models/contract/model-host.ts'
import { createLlamaCppHost } from '../language-models/llama-cpp/llama-cpp-host.ts'
import { renderChat } from '../language-models/llama-cpp/render-chat.ts'
import { createTauEngine } from '../prolog/tau/tau-engine.ts'
import { maintainStore } from '../storage/sqlite/maintain-store.ts'
import { createSqliteStore } from '../storage/sqlite/sqlite-store.ts'
import { createEngine, type Engine } from './engine.ts'
import { readReplayPage } from './export/replay-page.ts'
import { findModel, listModels } from './model-files.ts'
import { Notices } from './notices.ts'
import { findProjectRoot } from './project-root.ts'
import { readExamples } from './read-examples.ts'

export interface NodeEngineOptions {
  /** Where runs and the user's models are kept; `PLANWRIGHT_HOME`, else `.planwright` in the user's home. */
  readonly home?: string
  /** How model processes are started; children of this Node where absent. */
  readonly processes?: ProcessHost
  /** What loads models, where it is not llama.cpp. */
  readonly modelHost?: ModelHost
  readonly limits?: Partial<FormalizeLimits>
  /** Told what a person should know who did not ask; standard error where absent. */
  readonly tell?: (words: string) => void
}

export function planwrightHome(): string {
  return process.env['PLANWRIGHT_HOME'] ?? join(homedir(), '.planwright')
}

/** The engine with its real parts: llama.cpp, tau-prolog, the three planning domains, run logs on disk. */
export async function createNodeEngine(options: NodeEngineOptions = {}): Promise<Engine> {
  const home = options.home ?? planwrightHome()
  const processes = options.processes ?? createNodeProcessHost()
  const tell = options.tell ?? ((words) => process.stderr.write(`planwright: ${words}\n`))
  const notices = new Notices()
  return createEngine({
    notices,
    clock: systemClock,
    home,
    domains: [...planningDomains.values()],
    formalizer: modelFormalizer,
    prolog: createTauEngine(),
    modelHost: options.modelHost ?? createLlamaCppHost({ processes }),
    renderChat,
    listModels: () => listModels({ home }),
    findModel: (idOrFile) => findModel(idOrFile, { home }),
    replayPage: () => readReplayPage(findProjectRoot(import.meta.url)),
    examples: await readExamples(findProjectRoot(import.meta.url)),
    store: createSqliteStore({
      home,
      now: systemClock.now,
      onSetAside(folder) {
        const cause = `The store of runs was damaged. It is set aside in ${folder}; a new one is begun.`
        tell(cause)
        notices.tell(`${cause} What can still be read comes back with: planwright store recover "${folder}"`)
      },
    }),
    storeMaintenance: maintainStore({ home, now: systemClock.now }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  })
}
