import type { Terminal } from './command.ts'

/** Milliseconds in which a second Ctrl-C is the same one: a launcher passes on what the terminal sent to us already. */
const sameKeystrokeMs = 1000

/**
 * The process's own streams. The first Ctrl-C asks the command to end; one that comes later ends the process at once.
 * A reader that has gone away (`planwright ... | head`) is no error.
 */
export function openTerminal(): Terminal {
  const abort = new AbortController()
  let interruptedMs: number | undefined
  const interrupt = () => {
    const nowMs = performance.now()
    interruptedMs ??= nowMs
    abort.abort()
    if (nowMs - interruptedMs > sameKeystrokeMs) process.exit(130)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`planwright: ${error.message}\n`)
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  // Nobody is left to tell.
  process.stderr.on('error', () => {})

  let isLineOpen = false
  const closeLine = () => {
    if (isLineOpen) process.stderr.write('\n')
    isLineOpen = false
  }
  return {
    showsProgress: process.stderr.isTTY === true,
    signal: abort.signal,
    write(text) {
      closeLine()
      process.stdout.write(text)
    },
    say(message) {
      closeLine()
      process.stderr.write(`${message}\n`)
    },
    progress(message) {
      if (process.stderr.isTTY !== true) {
        process.stderr.write(`${message}\n`)
        return
      }
      process.stderr.write(`\r\x1b[K${message.slice(0, (process.stderr.columns || 80) - 1)}`)
      isLineOpen = true
    },
  }
}
