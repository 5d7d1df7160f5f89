import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** `pss` counts a page shared by several processes once in all; `rss` counts it for each. */
export interface MemoryUse {
  readonly bytes: number
  readonly measure: 'pss' | 'rss'
}

/** Memory of the processes together; one that has ended counts nothing. PSS on Linux, RSS elsewhere. */
export async function memoryOf(processIds: readonly number[]): Promise<MemoryUse> {
  const measure = process.platform === 'linux' ? 'pss' : 'rss'
  const read = measure === 'pss' ? readPss : readRss
  const each = await Promise.all(processIds.map(read))
  return { bytes: each.reduce((sum, bytes) => sum + bytes, 0), measure }
}

async function readPss(processId: number): Promise<number> {
  try {
    const rollup = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
  } catch {
    // It has ended, or belongs to another user.
    return 0
  }
}

async function readRss(processId: number): Promise<number> {
  if (processId === process.pid) return process.memoryUsage.rss()
  try {
    if (process.platform === 'win32') {
      const query = `(Get-Process -Id ${processId}).WorkingSet64`
      return Number((await run('powershell', ['-NoProfile', '-Command', query])).stdout.trim()) || 0
    }
    return Number((await run('ps', ['-o', 'rss=', '-p', String(processId)])).stdout.trim()) * 1024 || 0
  } catch {
    return 0
  }
}

/** Watches the processes until stopped and keeps the highest sum it saw. `processIds` is asked anew each time. */
export function watchPeakMemory(processIds: () => readonly number[], intervalMs = 250): { stop(): Promise<MemoryUse> } {
  let peak: MemoryUse = { bytes: 0, measure: 'rss' }
  const sample = async () => {
    const use = await memoryOf(processIds())
    if (use.bytes >= peak.bytes) peak = use
  }
  let running = sample()
  const timer = setInterval(() => {
    running = running.then(sample)
  }, intervalMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      await sample()
      return peak
    },
  }
}
