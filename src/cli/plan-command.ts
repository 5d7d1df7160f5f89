import { chooseModel } from './choose-model.ts'
import type { Command } from './command.ts'
import { followRun } from './follow-run.ts'
import { badUsage, parseArguments } from './parse-arguments.ts'
import { readProblem } from './read-problem.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright plan [TEXT | --file F | -] [--domain calendar|trip|meeting|auto] [--model ID|FILE.gguf] [--json]

  TEXT          the problem; - reads it from standard input
  --file F      reads it from a file
  --domain D    what kind of problem it is; auto (the default) lets the model say
  --model M     one of "planwright models", or the path of a GGUF file
  --json        one JSON object at the end instead of the story as it unfolds`

const options = {
  file: { type: 'string' },
  domain: { type: 'string', default: 'auto' },
  model: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

async function problemText(texts: readonly string[], file: string | undefined): Promise<string> {
  const [text, ...more] = texts
  if (text !== undefined && (more.length > 0 || file !== undefined)) {
    throw badUsage('Give one text: put it in quotes, or name a file', usage)
  }
  if (text !== undefined && text !== '-') return text
  if (text === undefined && file === undefined) throw badUsage('There is no problem to plan', usage)
  return readProblem(file ?? '-')
}

/** Turns a problem into a plan: facts as they come, then plan, verdict and times, or one JSON object. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'turns a problem in plain words into a checked plan',
  usage,
  async run(args, terminal, openEngine) {
    const { positionals, values } = parseArguments(args, { options, usage, positionals: true })
    const text = await problemText(positionals, values.file)
    return withEngine(openEngine, async (engine) => {
      const domains = [...engine.listDomains().map(({ id }) => id), 'auto']
      if (!domains.includes(values.domain)) {
        throw badUsage(`There is no planning domain "${values.domain}" (${domains.join(', ')})`, usage)
      }
      engine.checkText(text)
      const modelId = await chooseModel(engine, values.model)
      const runId = engine.startRun({ text, domain: values.domain, modelId })
      return followRun(engine, runId, { json: values.json, terminal })
    })
  },
}
