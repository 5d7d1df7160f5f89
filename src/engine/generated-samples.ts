import { z } from 'zod'
import { planningDomains } from '../domains/registry.ts'
import type { EvaluatedRun, Judgement, Sample } from '../evaluation/sample.ts'
import { type Fact, factSchema } from '../planning/fact.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import { composeProblem, factsOf } from './compose-problem.ts'

/** Whether facts have a plan at all; undefined where that is not known. */
export type IsSatisfiable = (domain: PlanningDomain, facts: readonly Fact[]) => Promise<boolean | undefined>

export interface GeneratedSet {
  /** A planning domain, or `not-a-problem`. */
  readonly kind: string
  readonly count: number
  readonly seed: number
}

/** What composing a set needs, and whom it tells. */
export interface ComposeSamples {
  readonly isSatisfiable: IsSatisfiable
  /** A thousand meetings take half a minute. */
  readonly onComposed: (done: number) => void
  /** Ends it with what there is. */
  readonly signal: AbortSignal
}

/** At most this share of a set has no plan: whoever always says so should not do well. */
const mostWithout = 0.2

/**
 * Problems in phrasings that no model was trained on and none of the benchmark's, judged by the facts they were
 * composed from.
 */
export async function generatedSamples(set: GeneratedSet, composing: ComposeSamples): Promise<Sample[]> {
  const { count, kind, seed } = set
  const { isSatisfiable, onComposed, signal } = composing
  const domain = planningDomains.get(kind)
  const samples: Sample[] = []
  let without = 0
  for (let index = 0; samples.length < count && !signal.aborted; index++) {
    const problem = composeProblem(kind, { seed, index, split: 'held-out', benchmarkShare: 0 })
    const composed = { id: `generated-${kind}-${seed}-${index}`, task: kind, text: problem.text }
    if (domain === undefined) {
      samples.push(generatedSample({ ...composed, facts: [], satisfiable: false }))
      onComposed(samples.length)
      continue
    }
    const facts = factsOf(problem)
    const satisfiable = await isSatisfiable(domain, facts)
    // What can't be solved with the right facts can't be asked.
    if (satisfiable === undefined || (!satisfiable && without + 1 > mostWithout * count)) continue
    if (!satisfiable) without++
    samples.push(generatedSample({ ...composed, facts, satisfiable }))
    onComposed(samples.length)
  }
  return samples
}

const generatedProblemSchema = z.object({
  id: z.string(),
  /** A planning domain, or `not-a-problem`. */
  task: z.string(),
  text: z.string(),
  facts: z.array(factSchema),
  satisfiable: z.boolean(),
})
export type GeneratedProblem = z.infer<typeof generatedProblemSchema>

/** A sample again from its `source`; undefined for one of another origin. */
export function readGeneratedSample(source: unknown): Sample | undefined {
  const { data } = z.object({ kind: z.literal('generated'), problem: generatedProblemSchema }).safeParse(source)
  return data === undefined ? undefined : generatedSample(data.problem)
}

function generatedSample(problem: GeneratedProblem): Sample {
  const { facts, id, satisfiable, task, text } = problem
  const domain = planningDomains.get(task)
  const common = { id, dataset: 'generated', task, text, source: { kind: 'generated', problem } }
  if (domain === undefined) return { ...common, level: 'no problem', judge: judgeRefusal }
  const level = satisfiable ? 'has a plan' : 'has none'
  return { ...common, level, judge: (run) => judgeByFacts({ domain, facts, satisfiable }, run) }
}

/** Anything but the model's own "no planning problem" is taken for an answer. */
function judgeRefusal({ isRefused, runStatus }: EvaluatedRun): Judgement {
  return { verdict: isRefused ? 'refused' : 'accepted', why: isRefused ? '' : runStatus, exactMatch: null }
}

function judgeByFacts(
  problem: { domain: PlanningDomain; facts: readonly Fact[]; satisfiable: boolean },
  run: EvaluatedRun,
): Judgement {
  const { domain, facts, satisfiable } = problem
  const judged = (verdict: Judgement['verdict'], why = ''): Judgement => ({ verdict, why, exactMatch: null })
  if (run.status === 'failed') return judged('failed')
  if (run.status === 'unsatisfiable') return judged(satisfiable ? 'false-unsatisfiable' : 'unsatisfiable-ok')
  if (!satisfiable) return judged('false-solved')
  if (run.steps === null || run.steps.domain !== domain.id) return judged('invalid', 'a plan of another domain')
  const verdict = domain.validate(facts, run.steps)
  if (verdict.status === 'valid') return judged('ok')
  if (verdict.status === 'unknown') return judged('invalid', verdict.why)
  const [violation] = verdict.violations
  const onlyTooFew = verdict.violations.every(({ constraint }) => constraint === 'as-many-as-possible')
  return judged(onlyTooFew ? 'suboptimal' : 'invalid', violation?.constraint ?? '')
}
