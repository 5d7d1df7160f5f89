/** The child's end of a `HostedProcess`. */
export interface ProcessChannel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

interface ElectronParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** Opens the channel to the process that started this one: a Node parent, or Electron's main process. */
export function openProcessChannel(): ProcessChannel {
  const port = (process as { parentPort?: ElectronParentPort }).parentPort
  if (port !== undefined && port !== null) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    }
  }
  // Nobody is left to work for.
  process.on('disconnect', () => process.exit(0))
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  }
}
