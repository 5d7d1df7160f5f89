import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
const shipped = path.join(root, 'models', 'planwright-nano')

export const hasShippedModel = existsSync(shipped) && readdirSync(shipped).some((file) => file.endsWith('.gguf'))

export interface EngineServer {
  /** Opens the workbench once. */
  readonly url: string
  /** As a crash would. */
  kill(): Promise<void>
}

/** Starts a served engine in a process of its own. */
export async function startEngine(options: {
  model: 'real' | 'scripted'
  delayMs?: number
  home: string
}): Promise<EngineServer> {
  const args = ['--model', options.model, '--delay', String(options.delayMs ?? 0), '--home', options.home]
  const child = spawn(process.execPath, [path.join(root, 'e2e', 'engines', 'serve.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    url: await readAddress(child),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function readAddress(child: ChildProcess): Promise<string> {
  let printed = ''
  const { stdout } = child
  if (stdout === null) throw new Error('the engine has no output')
  for await (const chunk of stdout) {
    printed += String(chunk)
    if (printed.includes('\n')) return printed.trim()
  }
  throw new Error(`the engine ended before it was ready: ${printed}`)
}
