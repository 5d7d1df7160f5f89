import { fork } from 'node:child_process'
import type { HostedProcess, ProcessHost } from './process-host.ts'

/** Forks children of this Node; they end with it, since their channel closes. */
export function createNodeProcessHost(): ProcessHost {
  return {
    start(module, options): HostedProcess {
      const child = fork(module, [], {
        serialization: 'advanced',
        env: { ...process.env, ...options.env },
        // Not the parent's flags: an inspector's port or a test runner's loader would come along.
        execArgv: ['--disable-warning=ExperimentalWarning', `--title=${options.name}`],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      const exits: ((code: number | null) => void)[] = []
      let ended: { code: number | null } | undefined
      const end = (code: number | null) => {
        if (ended !== undefined) return
        ended = { code }
        for (const listener of exits) listener(code)
      }
      // A child that cannot be started or written to has no exit code of its own.
      child.on('error', () => {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
        if (child.pid === undefined) end(null)
      })
      child.on('exit', (code) => end(code))
      return {
        pid: child.pid,
        send: (message) => {
          // The error listener and the exit that follows tell what happened; a closed channel must not throw here.
          if (child.connected) child.send(message as never, () => {})
        },
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => {
          if (ended === undefined) exits.push(listener)
          else listener(ended.code)
        },
        kill: () => void child.kill('SIGKILL'),
      }
    },
  }
}
