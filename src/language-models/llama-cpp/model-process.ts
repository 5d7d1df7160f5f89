import { openProcessChannel } from '../../base/node-process-channel.ts'
import { type FromModelProcess, type LoadSettings, type ToModelProcess, toModelProcessSchema } from './messages.ts'
import { loadModelEngine, type ModelEngine } from './model-engine.ts'
import { Outbox } from './outbox.ts'

/** The process of one model: nothing that llama.cpp does can end the engine. */

const channel = openProcessChannel()
const send = (message: FromModelProcess) => channel.send(message)
const outbox = new Outbox(send)
let engine: ModelEngine | undefined

async function load(settings: LoadSettings): Promise<void> {
  try {
    engine = await loadModelEngine(settings, {
      emit: (batch, part) => outbox.add(batch, part),
      onStep: () => outbox.flush(),
      onProgress: (stage, fraction) => send({ type: 'progress', stage, fraction }),
    })
    send(engine.loaded)
  } catch (error) {
    send({ type: 'load-failed', cause: error instanceof Error ? error.message : String(error) })
  }
}

function receive(message: ToModelProcess): void {
  switch (message.type) {
    case 'load':
      void load(message.settings)
      return
    case 'generate':
      engine?.scheduler.submit(message.batch, message.requests)
      return
    case 'cancel':
      engine?.scheduler.cancel(message.batch)
      return
    case 'count-tokens':
      send({ type: 'token-count', id: message.id, count: engine?.countTokens(message.text) ?? 0 })
  }
}

channel.onMessage((message) => receive(toModelProcessSchema.parse(message)))
