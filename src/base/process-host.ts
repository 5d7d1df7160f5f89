/** A child process that speaks in structured messages. */
export interface HostedProcess {
  readonly pid: number | undefined
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, with the exit code (null where a signal ended it). */
  onExit(listener: (code: number | null) => void): void
  /** Ends the process at once. */
  kill(): void
}

/**
 * Starts processes for the engine. Under Node it forks children; in Electron only the main process may start utility
 * processes (the `runAsNode` fuse is off), so there the host asks main.
 */
export interface ProcessHost {
  /** `module` is a file: URL of a module that answers messages; `name` is for people and logs. */
  start(module: URL, options: { name: string; env?: Readonly<Record<string, string>> }): HostedProcess
}
