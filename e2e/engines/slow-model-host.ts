import { setTimeout as sleep } from 'node:timers/promises'
import type { LanguageModel } from '../../src/language-models/contract/language-model.ts'
import type { ModelHost } from '../../src/language-models/contract/model-host.ts'

/** The same models, but each token of theirs comes `delayMs` after the one before: what streams can be watched. */
export function slowDown(host: ModelHost, delayMs: number): ModelHost {
  return {
    async load(request, signal) {
      const outcome = await host.load(request, signal)
      return outcome.status === 'loaded' ? { ...outcome, model: slowModel(outcome.model, delayMs) } : outcome
    },
  }
}

function slowModel(model: LanguageModel, delayMs: number): LanguageModel {
  return new Proxy(model, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (name !== 'generate') return typeof value === 'function' ? value.bind(target) : value
      return async function* slowly(...args: Parameters<LanguageModel['generate']>) {
        const [, signal] = args
        for await (const part of target.generate(...args)) {
          if (part.type === 'token') await sleep(delayMs, undefined, { signal }).catch(() => {})
          yield part
        }
      }
    },
  })
}
