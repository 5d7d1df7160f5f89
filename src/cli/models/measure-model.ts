import type { MeasureProgress } from '../../api/model-measurement.ts'
import type { Engine } from '../../engine/engine.ts'
import { exitCodes, type Terminal } from '../command.ts'

/** Measures a model, and says what came of it. Throws what kept it from being loaded. */
export async function measureModel(
  engine: Engine,
  terminal: Terminal,
  wanted: { readonly modelId: string; readonly json: boolean },
): Promise<number> {
  const tell = (progress: MeasureProgress) => {
    const words = wordsOf(progress)
    if (words !== undefined && terminal.showsProgress) terminal.progress(words)
  }
  const measured = await engine.models.measure(wanted.modelId, { tell, signal: terminal.signal })
  if (wanted.json) {
    terminal.write(`${JSON.stringify(measured, null, 2)}\n`)
    return exitCodes.done
  }
  const { byDomain, correct, count, machine, medianMs, peakMemoryBytes, tokensPerSecond } = measured
  const domains = byDomain.map((one) => `${one.domain} ${one.correct} of ${one.count}`).join(', ')
  terminal.write(`valid          ${correct} of ${count} (${domains})\n`)
  terminal.write(`tokens/s       ${tokensPerSecond.toFixed(0)}\n`)
  terminal.write(`median time    ${Math.round(medianMs)} ms\n`)
  if (peakMemoryBytes !== null) terminal.write(`memory         ${(peakMemoryBytes / 1e6).toFixed(0)} MB at most\n`)
  terminal.say(`Measured on ${machine}.`)
  return exitCodes.done
}

function wordsOf(progress: MeasureProgress): string | undefined {
  switch (progress.type) {
    case 'composing':
      return `composing problems: ${progress.done} of ${progress.of}`
    case 'loading':
      return `loading the model: ${progress.stage} ${Math.round(progress.fraction * 100)} %`
    case 'problem':
      return `${progress.done} of ${progress.of} solved, ${progress.correct} of them rightly`
    case 'measured':
    case 'failed':
      return undefined
  }
}
