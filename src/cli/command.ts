import type { Engine } from '../engine/engine.ts'

/** Exit codes of `planwright`. */
export const exitCodes = { done: 0, failed: 1, badInput: 2, interrupted: 130 } as const

/** What a command has of the world. */
export interface Terminal {
  /** Results, to stdout. */
  write(text: string): void
  /** Messages, to stderr, each on a line of its own. */
  say(message: string): void
  /** Replaces the last line of stderr where that is a terminal, else adds one. */
  progress(message: string): void
  /** `progress` replaces a line. */
  readonly showsProgress: boolean
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** Opens the engine; the caller disposes of it. */
export type OpenEngine = () => Promise<Engine>

/** One command of `planwright`; each is a thin call of the engine. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The usage line, and what the options mean. */
  readonly usage: string
  /** Resolves with the exit code. Throws `PlanwrightError` for what went wrong. */
  run(args: readonly string[], terminal: Terminal, openEngine: OpenEngine): Promise<number>
}
