import type { Terminal } from '../command.ts'

export interface FakeTerminal extends Terminal {
  /** What went to stdout and to stderr. */
  readonly results: () => string
  readonly messages: () => string
}

/** Remembers what is written. */
export function createFakeTerminal(signal: AbortSignal = new AbortController().signal): FakeTerminal {
  let results = ''
  let messages = ''
  const say = (message: string) => {
    messages += `${message}\n`
  }
  return {
    write: (text) => {
      results += text
    },
    say,
    progress: say,
    showsProgress: true,
    signal,
    results: () => results,
    messages: () => messages,
  }
}
