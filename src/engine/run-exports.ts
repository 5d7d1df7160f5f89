import type { ExportFormat } from '../api/runs-contract.ts'
import { explainRun } from '../pipeline/explain-run.ts'
import type { Because } from '../planning/because.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { RunEvent } from '../planning/run-event.ts'
import type { PrologEngine } from '../prolog/prolog-engine.ts'
import { BecauseCache } from './because-cache.ts'
import { exportRun } from './export/export-run.ts'
import { writeReplayPage } from './export/replay-page.ts'
import { readVersion } from './version.ts'

/** Wall time for trying which facts decide a plan. */
const becauseDeadlineMs = 2000

export interface RunExports {
  /** Why the answer of an ended run is what it is. Throws `not-found`. */
  because(runId: string): Promise<Because>
  /** Throws `not-found` (also where the page for `html` is not built), or `invalid-input` for what has no such form. */
  exportRun(runId: string, options: { readonly format: ExportFormat; readonly startDate?: string }): Promise<string>
}

export interface RunExportDependencies {
  /** Throws `not-found`. */
  readonly readRun: (runId: string) => Promise<readonly RunEvent[]>
  readonly domains: readonly PlanningDomain[]
  readonly prolog: PrologEngine
  /** The built page that plays a run again; it throws `not-found` where it is not built. */
  readonly replayPage: () => Promise<string>
}

/** What of a run is for others: its reasons, and the run as a file. */
export function createRunExports({ domains, prolog, readRun, replayPage }: RunExportDependencies): RunExports {
  const reasons = new BecauseCache(async (runId) =>
    explainRun(await readRun(runId), { domains, prolog, deadlineMs: becauseDeadlineMs }),
  )
  return {
    because: (runId) => reasons.of(runId),
    async exportRun(runId, { format, startDate }) {
      const [events, version] = [await readRun(runId), await readVersion()]
      if (format !== 'html') {
        return exportRun(runId, events, { format, version, ...(startDate === undefined ? {} : { startDate }) })
      }
      const page = await replayPage()
      return writeReplayPage(page, { runId, events, version, because: await reasons.of(runId) })
    },
  }
}
