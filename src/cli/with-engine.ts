import type { Engine } from '../engine/engine.ts'
import type { OpenEngine } from './command.ts'

/** Opens the engine in this process for one piece of work. */
export async function withEngine<T>(openEngine: OpenEngine, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine()
  try {
    return await work(engine)
  } finally {
    await engine.dispose()
  }
}
