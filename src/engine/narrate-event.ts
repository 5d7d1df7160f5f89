import type { FormalizedFact } from '../planning/fact.ts'
import type { RunEvent } from '../planning/run-event.ts'
import { printFact } from '../prolog/facts.ts'

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`

/** What an event says to somebody who reads along in a terminal: results and remarks; undefined where nothing. */
export interface Narration {
  readonly kind: 'result' | 'remark'
  readonly text: string
}

/** Problems and models may say anything, also what would steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : '\ufffd'))
}

/** Tells a run as it goes: facts in Prolog as they come, then plan, verdict or conflict, and how long it took. */
export function narrateEvent(event: RunEvent): Narration[] {
  const result = (text: string): Narration[] => [{ kind: 'result', text: printable(text) }]
  const remark = (text: string): Narration[] => [{ kind: 'remark', text: printable(text) }]
  switch (event.type) {
    case 'run-start':
      return remark(`${event.model.id} on ${event.model.backend}, run ${event.runId}`)
    case 'domain':
      return event.domain === 'not-a-problem' ? [] : remark(`A ${event.domain} problem.`)
    case 'attempt-start':
      return event.attempt === 0 ? [] : remark(`Again, ${event.segments.length} segments: ${event.reason}`)
    case 'segment-end':
      if (event.outcome === 'malformed' || event.outcome === 'cut-off') {
        return remark(`Segment ${event.segment + 1} could not be read: ${event.completion.slice(0, 200)}`)
      }
      if (event.facts.length === 0) return []
      return event.attempt === 0 ? result(factLines(event.facts)) : remark(factLines(event.facts))
    case 'formalization': {
      // What was told before is not what is planned with.
      const mended = event.attempts > 1 ? result(`\n% All facts after mending:\n${factLines(event.facts)}`) : []
      return [...mended, ...event.diagnostics.flatMap(({ message, severity }) => remark(`${severity}: ${message}`))]
    }
    case 'solve-end':
      return event.message === undefined ? [] : remark(event.message)
    case 'plan':
      return result(`\n${event.plainText}`)
    case 'verdict':
      return result(`\n${verdictWords(event)}`)
    case 'conflict':
      return result(
        [
          `\nThere is no plan: these cannot all hold${event.minimal ? '' : ' (or some of them)'}.`,
          ...event.words.map((words) => `  - ${words}`),
        ].join('\n'),
      )
    case 'run-end':
      return remark(endWords(event))
    default:
      return []
  }
}

const factLines = (facts: readonly FormalizedFact[]) => facts.map(({ fact }) => printFact(fact)).join('\n')

function verdictWords({ verdict }: Extract<RunEvent, { type: 'verdict' }>): string {
  switch (verdict.status) {
    case 'valid':
      return 'Checked: the plan keeps everything that the facts state.'
    case 'invalid':
      return ['The plan breaks:', ...verdict.violations.map(({ words }) => `  - ${words}`)].join('\n')
    case 'unknown':
      return `Not checked: ${verdict.why}`
  }
}

function endWords({ reason, status, timings, usage }: Extract<RunEvent, { type: 'run-end' }>): string {
  const { formalizeMs, solveMs, totalMs } = timings
  const times = `${seconds(totalMs)} (translating ${seconds(formalizeMs)}, solving ${seconds(solveMs)})`
  const rate = formalizeMs > 0 ? `, ${Math.round((usage.completionTokens / formalizeMs) * 1000)} tokens/s` : ''
  return `${reason === undefined ? '' : `${reason}\n`}${status}: ${times}${rate}`
}
