import type { CasesInput, PromptCase } from '../../api/prompts-contract.ts'
import { chatTemplates } from '../../formalization/chat/chat-prompt.ts'
import { previewPrompt } from '../../formalization/prompts/preview-prompt.ts'
import type { PromptTexts } from '../../formalization/prompts/prompt-writer.ts'
import type { PlanningDomain } from '../../planning/planning-domain.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import type { RunStore } from '../../storage/run-store.ts'
import { summarizeRun } from '../../storage/summarize-run.ts'

export interface CaseQuestion extends CasesInput {
  readonly domains: readonly PlanningDomain[]
  /** The template's text in the two versions. */
  readonly texts: { readonly version: string; readonly against: string }
}

/** Runs that are looked through, newest first. */
const runsLookedThrough = 1000

/** What is known of each problem: how it went with the version compared with, and whether the other asks something else. */
export async function findCases(question: CaseQuestion, runs: RunStore): Promise<PromptCase[]> {
  const { modelId, problems } = question
  const listed = (await runs.list(runsLookedThrough)).filter(
    (run) => run.modelId === modelId && run.status !== 'running',
  )
  const cases: PromptCase[] = []
  for (const problem of problems) {
    const { title } = summarizeRun(undefined, '', [startOf(problem.text)])
    let before: PromptCase['before']
    for (const { runId } of listed.filter((run) => run.title === title)) {
      const events = (await runs.read(runId)) ?? []
      if (!isSameAsked(events, problem.text, question)) continue
      before = judge(runId, events)
      break
    }
    cases.push({ effect: effectOf(problem, question, before), ...(before === undefined ? {} : { before }) })
  }
  return cases
}

const startOf = (text: string): RunEvent => ({
  seq: 0,
  time: 0,
  type: 'run-start',
  runId: '',
  text,
  requestedDomain: '',
  model: { id: '', quantization: '', sha256: '', backend: '' },
})

/** The same problem with the version compared with, everything else as Planwright has it. */
function isSameAsked(events: readonly RunEvent[], text: string, { against, name }: CaseQuestion): boolean {
  const start = events.find((event) => event.type === 'run-start')
  if (start === undefined || start.text !== text) return false
  const { prompts = {}, repairs, sampling } = start.recipe ?? {}
  const others = Object.entries(prompts).filter(([other, version]) => other !== name && version !== 1)
  return (prompts[name] ?? 1) === against && others.length === 0 && repairs === undefined && sampling === undefined
}

function judge(runId: string, events: readonly RunEvent[]): PromptCase['before'] {
  const end = events.findLast((event) => event.type === 'run-end')
  const verdict = events.findLast((event) => event.type === 'verdict')
  const attempts = events.filter((event) => event.type === 'attempt-start').length
  const isSolved = end?.status === 'solved' && verdict?.verdict.status === 'valid'
  return { runId, isGood: isSolved || end?.status === 'unsatisfiable', repairs: Math.max(0, attempts - 1) }
}

function effectOf(
  problem: { text: string; domain: string },
  { domains, name, texts }: CaseQuestion,
  before: PromptCase['before'],
): PromptCase['effect'] {
  if (name === chatTemplates.repair) {
    if (texts.version === texts.against) return 'same'
    if (before === undefined) return 'unknown'
    return before.repairs > 0 ? 'differs' : 'same'
  }
  const asked = (domain: string, prompts: PromptTexts) =>
    JSON.stringify(previewPrompt({ name, prompts, problemText: problem.text, domain, domains }).messages)
  const possible = domains.some(({ id }) => id === problem.domain) ? [problem.domain] : domains.map(({ id }) => id)
  const differing = possible.filter(
    (domain) => asked(domain, { [name]: texts.version }) !== asked(domain, { [name]: texts.against }),
  )
  if (differing.length === possible.length) return 'differs'
  return differing.length === 0 ? 'same' : 'unknown'
}
