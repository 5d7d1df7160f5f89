import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Proportional memory in bytes (Linux) of all processes below one: all of them, and the engine and the largest page alone. */
export function memoryBelow(processId: number): { readonly all: number; readonly ours: number } {
  const below = processesBelow(processId)
  const pages = below.filter(({ command }) => command.includes('--type=renderer')).map(memoryOf)
  const engines = below.filter(({ command }) => command.includes('serve')).map(memoryOf)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return { all: sum(below.map(memoryOf)), ours: sum(engines) + Math.max(0, ...pages) }
}

function processesBelow(processId: number): Process[] {
  const listed = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args=']).toString().trim().split('\n')
  const all = listed.map((line): Process => {
    const [pid, parent, ...args] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), command: args.join(' ') }
  })
  const found = new Set([processId])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const { parent, pid } of all) if (found.has(parent)) found.add(pid)
  }
  found.delete(processId)
  return all.filter(({ command, pid }) => found.has(pid) && !command.startsWith('ps '))
}

function memoryOf({ pid }: Process): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    // It has ended.
    return 0
  }
}
