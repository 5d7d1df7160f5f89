import type { Threads } from './messages.ts'
import type { NativeContext } from './native-library.ts'

const promptTokens = 128
const tokenSteps = 24
/** More threads must be this much faster to be worth it: they take the processor from the solver and the window. */
const worthwhile = 1.2

/**
 * Measures this model on this machine with a few numbers of threads. It is never assumed that more are faster: on a
 * virtual machine two threads made single tokens of a tiny model twenty times slower than one.
 */
export async function calibrateThreads(context: NativeContext, cores: number): Promise<Threads> {
  const candidates = [...new Set([1, Math.max(1, Math.floor(cores / 2)), Math.max(1, cores)])]
  const best = {
    prompt: { threads: 1, ms: Number.POSITIVE_INFINITY },
    token: { threads: 1, ms: Number.POSITIVE_INFINITY },
  }
  for (const threads of candidates) {
    context.setThreads(threads)
    const promptMs = await readPrompt(context)
    const tokenMs = await readTokens(context, best.token.ms)
    context.disposeSequence(0)
    if (promptMs * worthwhile < best.prompt.ms) best.prompt = { threads, ms: promptMs }
    if (tokenMs * worthwhile < best.token.ms) best.token = { threads, ms: tokenMs }
  }
  return { prompt: best.prompt.threads, token: best.token.threads }
}

async function readPrompt(context: NativeContext): Promise<number> {
  // The first computation also sets memory up.
  await decode(context, 0, promptTokens)
  context.disposeSequence(0)
  const startedMs = performance.now()
  await decode(context, 0, promptTokens)
  return performance.now() - startedMs
}

/** Stops early where it is slower than the best already. */
async function readTokens(context: NativeContext, enoughMs: number): Promise<number> {
  const startedMs = performance.now()
  for (let step = 0; step < tokenSteps; step++) {
    await decode(context, promptTokens + step, 1)
    if (performance.now() - startedMs > enoughMs) break
  }
  return performance.now() - startedMs
}

async function decode(context: NativeContext, position: number, count: number): Promise<void> {
  context.initBatch(count)
  // Any token does: the work is the same.
  context.addToBatch(0, position, new Uint32Array(count).fill(1), Uint32Array.of(count - 1))
  await context.decodeBatch()
}
