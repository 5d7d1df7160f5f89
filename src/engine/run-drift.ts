import type { Drift } from '../planning/run-drift.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { RunVersions } from '../planning/run-recipe.ts'

/** What is here now of all that a run rested on; without a model where its file is gone. */
export interface PresentStamp {
  readonly model: { readonly sha256: string; readonly quantization: string } | undefined
  readonly versions: RunVersions
}

/** What has changed since a run. Of what a run of an earlier version did not write down nothing can be said. */
export function driftSince({ model, versions }: Extract<RunEvent, { type: 'run-start' }>, now: PresentStamp): Drift[] {
  const drift: Drift[] = []
  if (now.model === undefined) drift.push({ what: 'model', was: model.id, is: null })
  else {
    if (now.model.sha256 !== model.sha256) drift.push({ what: 'checksum', was: model.sha256, is: now.model.sha256 })
    if (now.model.quantization !== model.quantization) {
      drift.push({ what: 'quantization', was: model.quantization, is: now.model.quantization })
    }
  }
  if (versions === undefined) return drift
  for (const what of ['planwright', 'prolog'] as const) {
    if (versions[what] !== now.versions[what]) drift.push({ what, was: versions[what], is: now.versions[what] })
  }
  for (const [name, was] of Object.entries(versions.promptSha256)) {
    const is = now.versions.promptSha256[name] ?? null
    if (is !== was) drift.push({ what: 'prompt', name, was, is })
  }
  return drift
}
