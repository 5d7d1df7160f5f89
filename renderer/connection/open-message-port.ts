import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { EngineClient, EngineLink } from './engine-link.ts'
import { LinkEnd } from './link-end.ts'

/** What the desktop shell's preload gives to the page; absent in a browser. */
export interface PlanwrightShell {
  /** Asks for a port to the engine; it comes as a message of this window, once the engine runs. */
  requestEnginePort(): void
  /** Opens the system's dialog; the path of the chosen model, null where none was chosen. */
  chooseModelFile(): Promise<string | null>
  /** Where a file lies that was dropped or chosen; empty where it lies nowhere on this machine. */
  pathOfFile(file: File): string
}

declare global {
  interface Window {
    readonly planwrightShell?: PlanwrightShell
  }
}

const portMessage = 'planwright-engine-port'

/** The way inside the desktop window: a port that the shell hands over, to the engine's own process. */
export async function openMessagePort(shell: Pick<PlanwrightShell, 'requestEnginePort'>): Promise<EngineLink> {
  const port = await new Promise<MessagePort>((resolve) => {
    const listen = (event: MessageEvent<unknown>) => {
      const [received] = event.ports
      if (event.source !== window || event.data !== portMessage || received === undefined) return
      window.removeEventListener('message', listen)
      resolve(received)
    }
    window.addEventListener('message', listen)
    shell.requestEnginePort()
  })
  const end = new LinkEnd(port)
  const client: EngineClient = createORPCClient(new RPCLink({ port, interceptors: [end.failCalls] }))
  port.start()
  return Object.assign(end, { client })
}
