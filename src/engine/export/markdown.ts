import type { RunResult } from '../run-result.ts'

/** A fence that no line of the text can close. */
function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`{3,}/gm)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

const section = (title: string, body: string) => `## ${title}\n\n${body}`

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

/** A run for people to read: problem, answer, what was understood and where it stands in the text. */
export function writeMarkdown(result: RunResult, problem: string): string {
  const { conflict, model, planWords, program, reason, sourceMap, timings, verdict } = result
  const violations = verdict?.status === 'invalid' ? verdict.violations.map(({ words }) => words) : []
  const answer = [
    `**${result.runStatus}**${reason === null ? '' : `: ${reason}`}`,
    planWords ?? '',
    violations.length > 0 ? `It breaks:\n\n${list(violations)}` : '',
    conflict === null ? '' : `These cannot all hold:\n\n${list(conflict.words)}`,
  ]
  const facts = sourceMap.map(({ fact, words }) => `\`${fact}\` from “${words.replaceAll(/\s+/g, ' ').trim()}”`)
  const seconds = (timings.totalMs / 1000).toFixed(2)
  return [
    `# ${result.runId}`,
    section('Problem', fenced(problem)),
    section('Answer', answer.filter((part) => part !== '').join('\n\n')),
    facts.length === 0 ? '' : section('What was understood', list(facts)),
    program === null ? '' : section('Program', fenced(program, 'prolog')),
    `${model === null ? 'No model' : `${model.id} (${model.quantization}, sha256 ${model.sha256})`}, ${seconds} s.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}
