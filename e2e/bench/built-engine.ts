import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

const root = path.join(import.meta.dirname, '..', '..')

export interface BuiltEngine {
  readonly url: string
  kill(): Promise<void>
}

/** `planwright serve` as `npm start` runs it: the built one. */
export async function startBuiltEngine(home: string): Promise<BuiltEngine> {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'src', 'cli', 'main.js'), 'serve'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PLANWRIGHT_HOME: home },
  })
  const [url] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    url: String(url),
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
