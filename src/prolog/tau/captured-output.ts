import type { TauSession } from './tau-prolog.d.ts'

const maxOutput = 65_536

/** Replaces a session's files and streams: nothing is read, and what is written is kept, cut off at 64 kB. */
export function captureOutput(session: TauSession): { text: string } {
  const captured = { text: '' }
  const output = {
    put(text: string) {
      if (captured.text.length < maxOutput) captured.text = (captured.text + text).slice(0, maxOutput)
      return true
    },
    flush: () => true,
  }
  const input = { get: () => 'end_of_stream', eof: () => true }
  for (const name of ['user_output', 'user_error']) {
    const stream = session.streams[name]
    if (stream) stream.stream = output
  }
  const userInput = session.streams['user_input']
  if (userInput) userInput.stream = input
  session.file_system = { open: () => null }
  return captured
}
