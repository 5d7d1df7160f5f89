import type { EvaluationProgress } from '../engine/evaluate.ts'
import type { Terminal } from './command.ts'

/** A log should not hold a line for every problem. */
const logIntervalMs = 10_000

function timeLeft(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

const shareOf = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`

/** Shows how an evaluation goes: a line that is replaced in a terminal, now and then a new one in a log. */
export function showProgress(terminal: Terminal): (progress: EvaluationProgress) => void {
  let shownMs = Number.NEGATIVE_INFINITY
  const show = (words: string, isLast: boolean) => {
    const nowMs = performance.now()
    if (!terminal.showsProgress && !isLast && nowMs - shownMs < logIntervalMs) return
    shownMs = nowMs
    terminal.progress(words)
  }
  return (progress) => {
    const { done, of } = progress
    switch (progress.type) {
      case 'composing':
        return show(`composing problems: ${done} of ${of}`, false)
      case 'model':
        if (done === of) {
          return terminal.say(
            `${progress.model}: all ${of} were answered before; nothing is run. To start anew, use another --out.`,
          )
        }
        if (done > 0) terminal.say(`${progress.model}: going on, ${done} of ${of} were answered before`)
        show(`${progress.model}: ${done} of ${of}, starting the model`, true)
        // Its first answer, which tells that it has started, is worth a line too.
        shownMs = Number.NEGATIVE_INFINITY
        return
      case 'answer': {
        const { correct, leftMs, model } = progress
        const words = `${model}: ${done} of ${of}, ${shareOf(correct, done)} correct`
        return show(done === of || leftMs === null ? words : `${words}, ${timeLeft(leftMs)} left`, done === of)
      }
    }
  }
}
