import { type Command, exitCodes } from './command.ts'
import { parseArguments } from './parse-arguments.ts'
import { printTable } from './print-table.ts'
import { withEngine } from './with-engine.ts'

const usage = `planwright models [--json]

  Lists the language models that come with Planwright and those in PLANWRIGHT_HOME/models.`

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

/** What can be chosen, how large it is and what it will take. */
export const modelsCommand: Command = {
  name: 'models',
  summary: 'lists the language models that can be chosen',
  usage,
  async run(args, terminal, openEngine) {
    const { values } = parseArguments(args, { options: { json: { type: 'boolean', default: false } }, usage })
    return withEngine(openEngine, async (engine) => {
      const models = await engine.listModels()
      if (values.json) {
        terminal.write(`${JSON.stringify(models, null, 2)}\n`)
        return exitCodes.done
      }
      const usable = models.filter(({ problem }) => problem === undefined)
      if (usable.length === 0)
        terminal.say('No language model is installed: put GGUF files into PLANWRIGHT_HOME/models.')
      else {
        const head = ['model', 'quantization', 'parameters (M)', 'file (MB)', 'context (tokens)', 'memory (MB)']
        const rows = usable.map((model) => [
          model.id,
          model.quantization,
          (model.parameters / 1e6).toFixed(1),
          megabytes(model.sizeBytes),
          String(model.contextTokens),
          megabytes(model.memoryBytes),
        ])
        terminal.write(printTable(head, rows))
      }
      for (const { id, problem } of models) if (problem !== undefined) terminal.say(`${id} can't be used: ${problem}`)
      return exitCodes.done
    })
  },
}
