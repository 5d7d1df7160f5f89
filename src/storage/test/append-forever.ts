import { createSqliteStore } from '../sqlite/sqlite-store.ts'

/** A process to be killed: appends events to the store in argv[2], and tells each once it is acknowledged. */
const [home = '', runId = ''] = process.argv.slice(2)
const store = createSqliteStore({ home, now: Date.now, onSetAside: () => {} })
for (let seq = 0; ; seq++) {
  await store.runs.append(runId, [{ seq, time: 1, type: 'domain', domain: 'trip', confidence: 1 }])
  process.stdout.write(`${seq}\n`)
}
