import { parentPort } from 'node:worker_threads'
import { toPlainError } from '../../base/planwright-error.ts'
import { QueryRunner } from './run-query.ts'
import type { QueryMessage, WorkerMessage } from './worker-protocol.ts'

/** The entry of a worker thread: solves the queries it is sent, one after another. */
const port = parentPort
if (port === null) throw new Error('tau-worker runs in a worker thread')

const runner = new QueryRunner()
const send = (message: WorkerMessage) => port.postMessage(message)

port.on('message', ({ id, input, cancelled }: QueryMessage) => {
  send({ type: 'started', id })
  const flag = new Int32Array(cancelled)
  try {
    const outcome = runner.run(input, {
      isCancelled: () => Atomics.load(flag, 0) !== 0,
      onAnswer: (answer) => send({ type: 'answer', id, answer }),
      onConsulted: (consultMs) => send({ type: 'consulted', id, consultMs }),
    })
    send({ type: 'outcome', id, outcome })
  } catch (error) {
    const { message } = toPlainError(error)
    send({ type: 'outcome', id, outcome: { status: 'engine-stopped', message } })
  }
})
