import { uncoveredCode } from '../formalization/judge-translations.ts'
import type { Because, BecauseSentence } from '../planning/because.ts'
import type { Fact } from '../planning/fact.ts'
import type { Plan } from '../planning/plan.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import { findDecisiveFacts } from './find-decisive-facts.ts'
import { printProgram } from './print-program.ts'

export interface ExplainRunDependencies {
  readonly domains: readonly PlanningDomain[]
  readonly prolog: PrologEngine
  /** Wall time for trying which facts decide. */
  readonly deadlineMs: number
}

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

const nothing: Because = { about: 'nothing', sentences: [], isComplete: false }

/** Why the answer of an ended run is what it is. */
export async function explainRun(
  events: readonly RunEvent[],
  dependencies: ExplainRunDependencies,
  signal?: AbortSignal,
): Promise<Because> {
  const [end, formalization, plan] = [
    lastOf(events, 'run-end'),
    lastOf(events, 'formalization'),
    lastOf(events, 'plan')?.plan,
  ]
  if (end === undefined) return nothing
  const verdict = lastOf(events, 'verdict')?.verdict
  if (verdict?.status === 'invalid') {
    const sentences = verdict.violations.map(({ factIndex, words }) => sentence(words, { factIndex }))
    return { about: 'violations', sentences, isComplete: true }
  }
  const conflict = lastOf(events, 'conflict')
  switch (end.status) {
    case 'solved': {
      const domain = dependencies.domains.find(({ id }) => id === plan?.domain)
      if (plan === undefined || domain === undefined) return nothing
      const facts = formalization?.facts.map(({ fact }) => fact) ?? []
      return explainPlan({ domain, facts, plan }, dependencies, signal)
    }
    case 'unsatisfiable':
      if (conflict === undefined) return nothing
      return {
        about: 'conflict',
        sentences: conflict.words.map((words, place) =>
          sentence(words, { factIndex: conflict.factIndices[place], isDecisive: conflict.minimal }),
        ),
        isComplete: conflict.minimal,
      }
    case 'incomplete':
      return { about: 'missing', sentences: missing(events, formalization), isComplete: true }
    case 'failed':
      return formalization?.status === 'malformed'
        ? { about: 'missing', sentences: missing(events, formalization), isComplete: true }
        : nothing
    case 'unknown':
    case 'cancelled':
      return nothing
  }
}

async function explainPlan(
  { domain, facts, plan }: { domain: PlanningDomain; facts: readonly Fact[]; plan: Plan },
  { deadlineMs, prolog }: ExplainRunDependencies,
  signal?: AbortSignal,
): Promise<Because> {
  const wanted = JSON.stringify(domain.exportPlan(plan))
  const first = domain.concerns(plan, facts)
  const compare = async (left: readonly Fact[], stop: AbortSignal) => {
    const program = printProgram(domain, left)
    const outcome = await prolog.solve({ program, goal: domain.query, trusted: true }, stop)
    if (outcome.status === 'no-answer') return 'other'
    const answer = outcome.status === 'answers' ? outcome.answers[0] : undefined
    if (answer === undefined) return 'unknown'
    return JSON.stringify(domain.exportPlan(domain.readPlan(answer))) === wanted ? 'same' : 'other'
  }
  const { background } = domain
  const decisive = await findDecisiveFacts({
    ...{ facts, background, first, compare, deadlineMs },
    ...(signal === undefined ? {} : { signal }),
  })
  const told = [...facts.entries()].map(([factIndex, fact]) =>
    sentence(domain.readFact(fact), { factIndex, isDecisive: decisive.factIndices.has(factIndex) }),
  )
  const kept = told.filter((one, index) => !one.isDecisive && first.has(index))
  return {
    about: 'plan',
    sentences: [...told.filter((one) => one.isDecisive), ...kept],
    isComplete: decisive.isComplete,
  }
}

/** What was not translated, in its own words, and what is wrong with the facts. */
function missing(events: readonly RunEvent[], formalization: EventOf<'formalization'> | undefined): BecauseSentence[] {
  const text = lastOf(events, 'run-start')?.text ?? ''
  const segments = lastOf(events, 'segments')?.segments ?? []
  const untranslated = (formalization?.uncovered ?? []).flatMap((index) => {
    const segment = segments.find((one) => one.index === index)
    if (segment === undefined) return []
    const words = text.slice(segment.start, segment.end).replaceAll(/\s+/g, ' ').trim()
    return [sentence(`“${words}” could not be translated`, { segment: index })]
  })
  const complaints = (formalization?.diagnostics ?? []).filter(
    ({ code, severity }) => severity === 'error' && code !== uncoveredCode,
  )
  const words = new Set<string>()
  const unsound = complaints.flatMap(({ factIndices, message, span }) => {
    if (words.has(message)) return []
    words.add(message)
    const factIndex = factIndices?.[0]
    return [
      sentence(message.replace(/\.$/, ''), { factIndex, segment: factIndex === undefined ? span?.segment : undefined }),
    ]
  })
  return [...untranslated, ...unsound]
}

function sentence(
  text: string,
  about: { factIndex?: number | undefined; segment?: number | undefined; isDecisive?: boolean },
): BecauseSentence {
  const { factIndex = null, isDecisive = false, segment = null } = about
  return { factIndex, segment, text, isDecisive }
}

function lastOf<Type extends RunEvent['type']>(events: readonly RunEvent[], type: Type): EventOf<Type> | undefined {
  return events.findLast((event): event is EventOf<Type> => event.type === type)
}
