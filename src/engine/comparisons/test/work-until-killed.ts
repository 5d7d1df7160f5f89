import { createSqliteStore } from '../../../storage/sqlite/sqlite-store.ts'
import type { Store } from '../../../storage/store.ts'
import { createTestEngine } from '../../test/test-engine.ts'

/**
 * A process to be killed: works on the comparisons in the store of argv[2], and tells each cell once it is acknowledged, as
 * "problem variant repeat run".
 */
const [, , home = ''] = process.argv
const store = createSqliteStore({ home, now: Date.now, onSetAside: () => {} })
const telling: Store = {
  ...store,
  comparisons: {
    ...store.comparisons,
    async endJob(job, cell) {
      await store.comparisons.endJob(job, cell)
      process.stdout.write(`${job.problem} ${job.variant} ${job.repeat} ${cell.runId}\n`)
    },
  },
}
const { engine } = createTestEngine({ store: telling })
engine.comparisons.startQueue()
const [overview] = await engine.comparisons.list()
process.stdout.write(`begins at ${overview?.queue.done}\n`)
setInterval(async () => {
  const [now] = await engine.comparisons.list()
  if (now?.comparison.state === 'done') process.exit(0)
}, 20)
