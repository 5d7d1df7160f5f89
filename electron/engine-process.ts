import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { createNodeEngine } from '../src/engine/node-engine.ts'
import { createRouter } from '../src/engine/router.ts'
import { readVersion } from '../src/engine/version.ts'
import { connectMessage } from './engine-messages.ts'
import { createBrokeredProcessHost } from './processes/brokered-process-host.ts'

/** The engine in a process of its own: it answers whoever has a port to it. */
const { parentPort } = process
const early: MessagePortMain[] = []
let connect = (port: MessagePortMain): void => {
  early.push(port)
}
parentPort.on('message', ({ data, ports }) => {
  if (data === connectMessage) for (const port of ports) connect(port)
})

const engine = await createNodeEngine({ processes: createBrokeredProcessHost(parentPort) })
engine.comparisons.startQueue()
const handler = new RPCHandler(createRouter(engine, await readVersion()))
connect = (port) => {
  handler.upgrade(port)
  port.start()
}
for (const port of early) connect(port)
