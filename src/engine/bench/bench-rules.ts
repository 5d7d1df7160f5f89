import { planningDomains } from '../../domains/registry.ts'
import { isCorrect, type Sample } from '../../evaluation/sample.ts'
import { type Latencies, latencies } from '../../evaluation/statistics.ts'
import { printProgram } from '../../pipeline/print-program.ts'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import { openReferenceSolver, type ReferenceSolver } from '../reference-solver.ts'
import { referenceFacts } from './reference-facts.ts'
import { solveWithSwiProlog } from './swi-prolog.ts'

export interface RulesBench {
  readonly dataset: string
  readonly domain: string
  readonly problems: number
  /** Answers that the dataset's own constraints accept. */
  readonly correct: number
  /** Of the benchmark's own score; null where it has none. */
  readonly exactMatches: number | null
  /** From the program's text to its answer, in milliseconds. */
  readonly tauMs: Latencies
  /** Null where SWI-Prolog isn't installed. */
  readonly swiMs: Latencies | null
  /** Problems that SWI-Prolog answers otherwise: with a plan where tau-prolog has none, or the other way round. */
  readonly disagreements: number
}

/** Solves every problem from the facts that its dataset states, on tau-prolog and, where there is one, SWI-Prolog. */
export async function benchRules(samples: readonly Sample[], signal: AbortSignal): Promise<RulesBench[]> {
  const solver = openReferenceSolver()
  try {
    const groups = Map.groupBy(samples, ({ dataset, task }) => `${dataset} ${task}`)
    const benches: RulesBench[] = []
    for (const group of groups.values()) {
      const bench = await benchGroup(solver, group, signal)
      if (bench !== undefined) benches.push(bench)
    }
    return benches
  } finally {
    await solver.dispose()
  }
}

interface Solved {
  readonly ms: number
  readonly hasPlan: boolean
  readonly correct: boolean
  readonly exactMatch: boolean | null
  readonly program: string
}

async function benchGroup(
  solver: ReferenceSolver,
  samples: readonly Sample[],
  signal: AbortSignal,
): Promise<RulesBench | undefined> {
  const [first] = samples
  const domain = planningDomains.get(first?.task ?? '')
  if (first === undefined || domain === undefined) return undefined
  // The first query starts the worker; it is not the rules' business.
  await solveSample(solver, domain, first)
  const solved: Solved[] = []
  for (const sample of samples) {
    signal.throwIfAborted()
    solved.push(await solveSample(solver, domain, sample))
  }
  const swi = await solveWithSwiProlog(
    solved.map(({ program }) => program),
    domain.query,
    signal,
  )
  const scored = solved.filter(({ exactMatch }) => exactMatch !== null)
  return {
    dataset: first.dataset,
    domain: domain.id,
    problems: samples.length,
    correct: solved.filter(({ correct }) => correct).length,
    exactMatches: scored.length === 0 ? null : scored.filter(({ exactMatch }) => exactMatch === true).length,
    tauMs: latencies(solved.map(({ ms }) => ms)),
    swiMs: swi === undefined ? null : latencies(swi.map(({ ms }) => ms)),
    disagreements: swi?.filter(({ hasAnswer }, index) => hasAnswer !== solved[index]?.hasPlan).length ?? 0,
  }
}

async function solveSample(solver: ReferenceSolver, domain: PlanningDomain, sample: Sample): Promise<Solved> {
  const facts = sample.problem === undefined ? [] : referenceFacts(sample.problem)
  const startedMs = performance.now()
  const outcome = await solver.solve(domain, facts)
  const ms = performance.now() - startedMs
  const answer = outcome.status === 'answers' ? outcome.answers[0] : undefined
  const steps = answer === undefined ? null : domain.readPlan(answer)
  const judgement = sample.judge({
    status: steps !== null ? 'solved' : outcome.status === 'no-answer' ? 'unsatisfiable' : 'failed',
    runStatus: outcome.status,
    reason: null,
    domain: domain.id,
    isRefused: false,
    plan: steps === null ? null : domain.exportPlan(steps),
    steps,
    planText: steps === null ? null : domain.describe(steps, facts, 'benchmark'),
    consistent: null,
    facts: [],
    confidence: null,
    attempts: 0,
    timings: { formalizeMs: 0, solveMs: ms, validateMs: 0, totalMs: ms },
    usage: { promptTokens: 0, completionTokens: 0 },
    modelSha256: null,
  })
  return {
    ms,
    hasPlan: steps !== null,
    correct: isCorrect(judgement.verdict),
    exactMatch: judgement.exactMatch,
    program: printProgram(domain, facts),
  }
}
