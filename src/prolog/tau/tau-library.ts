import { createRequire } from 'node:module'
import { deniedSystemPredicates } from '../sandbox/built-ins.ts'
import { replaceCollectPredicates } from './collect-predicates.ts'
import { replaceControlPredicates } from './control-predicates.ts'
import { replaceInferenceStep } from './inference-step.ts'
import { replaceListPredicates } from './list-predicates.ts'
import type { TauModule, TauProlog } from './tau-prolog.d.ts'

let sandboxed: TauProlog | undefined

/** tau-prolog as it is installed, with `library(lists)` and no other: each call gives the same instance. */
export function loadTauProlog(): TauProlog {
  const load = createRequire(import.meta.url)
  const tau: TauProlog = load('tau-prolog')
  if (tau.modules.lists === undefined) load('tau-prolog/modules/lists')(tau)
  return tau
}

/**
 * tau-prolog without what a program may not have. This changes the instance for the whole thread: it belongs into a
 * worker, and a goal that a program puts together at run time meets an unknown predicate.
 */
export function loadSandboxedTauProlog(): TauProlog {
  if (sandboxed !== undefined) return sandboxed
  const tau = loadTauProlog()
  for (const indicator of deniedSystemPredicates) delete tau.modules.system.rules[indicator]
  for (const directive of Object.keys(tau.directive)) delete tau.directive[directive]
  replaceInferenceStep(tau)
  replaceControlPredicates(tau)
  replaceCollectPredicates(tau)
  replaceListPredicates(tau)
  // Modules are shared by all queries of a worker: nothing that one asserts may reach the next.
  freezeModule(tau.modules.system)
  freezeModule(tau.modules.lists)
  sandboxed = tau
  return tau
}

function freezeModule(module: TauModule): void {
  for (const clauses of Object.values(module.rules)) if (Array.isArray(clauses)) Object.freeze(clauses)
  Object.freeze(module.rules)
  Object.freeze(module.public_predicates)
}
