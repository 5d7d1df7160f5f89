// Runs a command in our place: same standard streams, same signals, same end.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'

const signals = process.platform === 'win32' ? ['SIGINT', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Resolves with the exit code; 128 + signal where a signal ended the command (130 for Ctrl-C). */
export function runChild(file, args, options = {}) {
  const child = spawn(file, args, { stdio: 'inherit', ...options })
  // A terminal sends Ctrl-C to the whole process group, so there the child has it already.
  const terminal = process.stdin.isTTY || process.stderr.isTTY
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !terminal) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve) => {
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(code)
    }
    child.once('error', (error) => {
      process.stderr.write(`planwright: ${file}: ${error.message}\n`)
      end(1)
    })
    child.once('exit', (code, signal) => end(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}
