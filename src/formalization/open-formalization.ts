import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { Segment } from '../planning/segment.ts'
import type { FormalizeEvent, FormalizeRequest } from './formalizer.ts'
import { prepareText, requestedDomain } from './prepare-text.ts'

/** Which problem a model takes a text for; no domain: none of those it was asked about. */
export interface DomainChoice {
  readonly domain?: PlanningDomain
  readonly confidence: number
  readonly asked: Extract<RunEvent, { type: 'domain' }>['asked']
}

/** A problem cut into segments, its domain known. */
export interface OpenedProblem {
  readonly segments: readonly Segment[]
  readonly domain: PlanningDomain
}

/** What every strategy begins with. Undefined where the text poses no problem, by the model's word. */
export async function* openFormalization(
  request: FormalizeRequest,
  ask: () => Promise<DomainChoice>,
): AsyncGenerator<FormalizeEvent, OpenedProblem | undefined> {
  const segments = prepareText(request)
  yield { type: 'segments', segments }
  const requested = requestedDomain(request)
  if (requested !== undefined) return { segments, domain: requested }
  const { asked, confidence, domain } = await ask()
  yield { type: 'domain', domain: domain?.id ?? 'not-a-problem', confidence, asked }
  if (domain !== undefined) return { segments, domain }
  yield { type: 'formalization', status: 'not-a-problem', facts: [], uncovered: [], diagnostics: [], attempts: 0 }
  return undefined
}
