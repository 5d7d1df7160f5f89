import type { Engine } from '../engine/engine.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { addModelFile } from './models/add-model-file.ts'
import { formatMegabytes } from './models/format-megabytes.ts'
import { measureModel } from './models/measure-model.ts'
import { showModel } from './models/show-model.ts'
import { badUsage, parseArguments, wholeNumber } from './parse-arguments.ts'
import { printTable } from './print-table.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright models [list | show ID | add FILE | measure ID] [OPTIONS]

  Lists the language models that come with Planwright and those in PLANWRIGHT_HOME/models; that is what "list" does too.

  show ID        what the model's file says, and what loading it would take. ID may be the path of a GGUF file
  add FILE       checks a GGUF file and takes it into PLANWRIGHT_HOME/models, without a copy where the disk can
  measure ID     lets the model solve 12 problems in phrasings no model was trained on, and keeps what came of it

  --json         everything as JSON
  --context N    with show: for a context window of N tokens
  --as NAME      with add: under another file name`

const options = {
  json: { type: 'boolean', default: false },
  context: { type: 'string' },
  as: { type: 'string' },
} as const

/** What can be chosen and what it will take; takes in more, and measures. */
export const modelsCommand: Command = {
  name: 'models',
  summary: 'lists the language models that can be chosen, adds and measures some',
  usage,
  async run(args, terminal, openEngine) {
    const { positionals, values } = parseArguments(args, { options, usage, positionals: true })
    const [verb = 'list', named, ...more] = positionals
    if (!['list', 'show', 'add', 'measure'].includes(verb)) {
      throw badUsage(`Unexpected argument "${verb}": say list, show, add or measure`, usage)
    }
    if (more.length > 0 || (verb === 'list' && named !== undefined)) {
      throw badUsage(`Unexpected argument "${more[0] ?? named}"`, usage)
    }
    if (values.context !== undefined && verb !== 'show') throw badUsage('--context goes with show', usage)
    if (values.as !== undefined && verb !== 'add') throw badUsage('--as goes with add', usage)
    const { as, json } = values
    const contextTokens =
      values.context === undefined
        ? undefined
        : wholeNumber(values.context, { option: '--context', from: 1, to: 10_000_000, usage })
    return withEngine(openEngine, (engine) => {
      if (verb === 'list') return listModels(engine, terminal, json)
      if (named === undefined) throw badUsage(verb === 'add' ? 'Name a GGUF file' : 'Name a model', usage)
      if (verb === 'show') return showModel(engine, terminal, { modelId: named, contextTokens, json })
      if (verb === 'add') return addModelFile(engine, terminal, { file: named, name: as, json })
      return measureModel(engine, terminal, { modelId: named, json })
    })
  },
}

async function listModels(engine: Engine, terminal: Terminal, json: boolean): Promise<number> {
  const models = await engine.listModels()
  if (json) {
    terminal.write(`${JSON.stringify(models, null, 2)}\n`)
    return exitCodes.done
  }
  const usable = models.filter(({ problem }) => problem === undefined)
  if (usable.length === 0) {
    terminal.say('No language model is installed: take one in with planwright models add FILE.')
  } else {
    const head = ['model', 'quantization', 'parameters (M)', 'file (MB)', 'context (tokens)', 'memory (MB)']
    const rows = usable.map((model) => [
      model.id,
      model.quantization,
      (model.parameters / 1e6).toFixed(1),
      formatMegabytes(model.sizeBytes),
      String(model.contextTokens),
      formatMegabytes(model.memoryBytes),
    ])
    terminal.write(printTable(head, rows))
  }
  for (const { id, problem } of models) if (problem !== undefined) terminal.say(`${id} can't be used: ${problem}`)
  return exitCodes.done
}
