import type { ModelDetails } from '../../api/model-details.ts'
import type { LadderRung } from '../../api/model-measurement.ts'
import type { Engine } from '../../engine/engine.ts'
import { exitCodes, type Terminal } from '../command.ts'
import { printTable } from '../print-table.ts'
import { formatMegabytes } from './format-megabytes.ts'

/** Says what a model's file says, what loading it would take, and what was measured. Throws `not-found`. */
export async function showModel(
  engine: Engine,
  terminal: Terminal,
  wanted: { readonly modelId: string; readonly contextTokens: number | undefined; readonly json: boolean },
): Promise<number> {
  const details = await engine.models.details(wanted.modelId, wanted.contextTokens)
  const ladder = details.status === 'readable' ? await engine.models.ladder(wanted.modelId) : []
  if (wanted.json) terminal.write(`${JSON.stringify({ ...details, ladder }, null, 2)}\n`)
  else if (details.status === 'readable') print(details, ladder, terminal)
  if (details.status === 'readable') return exitCodes.done
  terminal.say(`${details.id} can't be used: ${details.message}`)
  terminal.say(details.wayOut)
  return exitCodes.failed
}

function print(
  details: Extract<ModelDetails, { status: 'readable' }>,
  ladder: readonly LadderRung[],
  terminal: Terminal,
): void {
  const { facts, memory } = details
  const lines: [string, string | number | undefined][] = [
    ['name', details.name],
    ['about', facts.description],
    ['author', facts.author],
    ['licence', facts.license ?? 'not stated'],
    ['architecture', facts.architecture],
    ['parameters', `${(facts.parameters / 1e6).toFixed(1)} million`],
    ['quantization', facts.quantization],
    ['context', `${facts.contextTokens} tokens`],
    ['layers', `${facts.layers}, ${facts.heads} heads, embeddings of ${facts.embeddingLength}`],
    ['tokenizer', `${facts.tokenizer}, ${facts.vocabulary} tokens`],
    ['SHA-256', facts.sha256],
    ['file', details.file],
    ['chat template', facts.chatTemplate === undefined ? 'none' : 'below'],
  ]
  for (const [name, value] of lines) if (value !== undefined) terminal.write(`${name.padEnd(14)} ${value}\n`)
  const { contextTokens, sequences } = memory
  terminal.write(
    `\nMemory for ${sequences} requests side by side with a context of ${contextTokens} tokens each (MB)\n`,
  )
  const sum: [string, number][] = [
    ['weights', memory.weightsBytes],
    ['key-value cache', memory.cacheBytes],
    ['compute buffers', memory.buffersBytes],
    ['its process', memory.processBytes],
    ['together', memory.totalBytes],
    ['free now', memory.freeBytes],
  ]
  for (const [name, bytes] of sum) terminal.write(`  ${name.padEnd(17)}${formatMegabytes(bytes).padStart(10)}\n`)
  terminal.write(`\n${printLadder(ladder)}`)
  if (facts.chatTemplate !== undefined) terminal.write(`\nChat template\n${facts.chatTemplate}\n`)
  for (const { message } of details.warnings) terminal.say(message)
}

function printLadder(ladder: readonly LadderRung[]): string {
  const rows = ladder.map(({ measurement, modelId, quantization, sizeBytes }) => [
    modelId,
    quantization,
    formatMegabytes(sizeBytes),
    measurement === null ? 'not measured yet' : measurement.tokensPerSecond.toFixed(0),
    measurement === null ? '' : `${measurement.correct} of ${measurement.count}`,
  ])
  return printTable(['model', 'quantization', 'file (MB)', 'tokens/s', 'valid'], rows)
}
