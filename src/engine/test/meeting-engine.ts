import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../base/clock.ts'
import { planningDomains } from '../../domains/registry.ts'
import { smallModelFormalizer } from '../../formalization/small-model-formalizer.ts'
import { structure } from '../../formalization/small-model-prompt.ts'
import { pointAtWords, type ScriptedFact, wordsAskedAbout } from '../../formalization/test/point-at-words.ts'
import type { ModelHost } from '../../language-models/contract/model-host.ts'
import {
  createScriptedLanguageModel,
  type ScriptedLanguageModel,
} from '../../language-models/test/scripted-language-model.ts'
import { createTauEngine } from '../../prolog/tau/tau-engine.ts'
import { maintainStore } from '../../storage/sqlite/maintain-store.ts'
import { createSqliteStore } from '../../storage/sqlite/sqlite-store.ts'
import type { Store } from '../../storage/store.ts'
import { createEngine, type Engine } from '../engine.ts'

/** What the scripted model translates, whatever times it is shown. */
export const meetingText = [
  'Ana and Ben meet for 30 minutes on Monday.',
  'They work from 9:00 to 17:00.',
  'Ana is busy from 9:00 to 10:00.',
  'They want the earliest time.',
  'Thanks to you all!',
].join(' ')

function translate(prompt: string): string {
  if (prompt.startsWith(structure.classify)) return '=calendar'
  const words = wordsAskedAbout(prompt)
  const [first = '', second = ''] = words.match(/\d+(?::\d+)?/g) ?? []
  const facts: ScriptedFact[] = []
  if (words.startsWith('Ana and')) {
    facts.push(['participant', 'Ana'], ['participant', 'Ben'], ['duration', `${first} minutes`], ['day', 'Monday'])
  }
  if (words.startsWith('They work')) facts.push(['work_hours', first, second])
  if (words.startsWith('Ana is busy')) facts.push(['busy', 'Ana', null, first, second])
  if (words.includes('earliest')) facts.push(['earliest'])
  return facts.length === 0 ? 'none:' : pointAtWords(prompt, facts)
}

export interface MeetingEngine {
  readonly engine: Engine
  /** The models that were loaded, in order. */
  readonly models: readonly ScriptedLanguageModel[]
  /** What is on disk. */
  readonly store: Store
  /** How the model's file is now; undefined: it is gone. */
  present: { sha256: string; quantization: string } | undefined
}

/** An engine whose parts are the real ones, but for a model that knows one kind of meeting by heart. */
export function createMeetingEngine(): MeetingEngine {
  const models: ScriptedLanguageModel[] = []
  const home = mkdtempSync(join(tmpdir(), 'planwright-meeting-'))
  const store = createSqliteStore({ home, now: () => 0, onSetAside: () => {} })
  const modelHost: ModelHost = {
    async load({ id = '' }) {
      const model = createScriptedLanguageModel((request) => translate('prompt' in request ? request.prompt : ''), {
        id,
      })
      models.push(model)
      return { status: 'loaded', model }
    },
  }
  const made: MeetingEngine = {
    engine: createEngine({
      home,
      clock: systemClock,
      domains: [...planningDomains.values()],
      formalizer: smallModelFormalizer,
      prolog: createTauEngine({ workers: 1 }),
      modelHost,
      findModel: async (id) => ({ id, file: `/models/${id}.gguf` }),
      listModels: async () => [],
      examples: [],
      replayPage: async () => '',
      storeMaintenance: maintainStore({ home, now: () => 0 }),
      store,
      presentModel: async () => made.present,
    }),
    models,
    store,
    present: { sha256: '0'.repeat(64), quantization: 'none' },
  }
  return made
}
