import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeTinyGguf } from '../language-models/test/tiny-gguf.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const oracleMain = fileURLToPath(new URL('./test/oracle-main.ts', import.meta.url))

let home = ''
let model = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-e2e-'))
  model = join(home, 'oracle.gguf')
  writeTinyGguf(model)
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A process of its own, as a shell would start it; `onOutput` sees its stderr grow. */
function start(named: {
  file: string
  args: readonly string[]
  oracle?: object
  input?: string
  onError?: (stderr: string, kill: (signal: NodeJS.Signals) => void) => void
  onResult?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void
}): Promise<Ended> {
  const { args, file, input, onError, onResult, oracle } = named
  const env = { ...process.env, PLANWRIGHT_HOME: home, ORACLE: JSON.stringify(oracle ?? {}) }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], { env })
  let [stdout, stderr] = ['', '']
  const kill = (signal: NodeJS.Signals) => void child.kill(signal)
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk)
    onResult?.(stdout, kill)
  })
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
    onError?.(stderr, kill)
  })
  child.stdin.end(input ?? '')
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

const idsIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)

describe('the command as a process', { timeout: 120_000 }, () => {
  it('reads the problem from standard input and refuses what is no text', async () => {
    const ended = await start({ file: main, args: ['plan', '-'], input: '' })

    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toBe(
      'planwright: There is no text to plan from.\nDescribe a meeting to schedule, a trip, or people to meet.\n',
    )
  })

  it('is quiet where its reader has gone away', async () => {
    const shell = `"${process.execPath}" "${main}" synthesize --domain trip --count 3000 | head -c 10; exit \${PIPESTATUS[0]}`
    const child = spawn('bash', ['-c', shell], { env: { ...process.env, PLANWRIGHT_HOME: home } })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk)
    })
    const code = await new Promise((resolve) => child.on('close', resolve))

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('evaluates, is stopped by Ctrl-C without losing an answer, and goes on', async () => {
    const out = join(home, 'evaluation')
    const oracle = { kind: 'trip', seed: 3, count: 8 }
    const args = ['evaluate', '--generated', 'trip', '--count', '5', '--seed', '3', '--model', model, '--out', out]
    const file = join(out, 'predictions.jsonl')
    let hasInterrupted = false
    // A launcher may pass on the very signal that the terminal has sent already.
    const stopped = await start({
      file: oracleMain,
      args,
      oracle: { ...oracle, tokenDelayMs: 4 },
      onError: (stderr, kill) => {
        if (hasInterrupted || !stderr.includes('.gguf: 1 of 5')) return
        hasInterrupted = true
        kill('SIGINT')
        kill('SIGINT')
      },
    })
    expect(stopped.code).toBe(130)
    expect(stopped.stderr).toContain('the same command goes on from there')
    const before = idsIn(file)
    expect(before.length).toBeGreaterThan(0)
    expect(before.length).toBeLessThan(5)
    expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toMatchObject({ problems: 5, complete: false })

    const ended = await start({ file: oracleMain, args, oracle })
    expect(ended).toMatchObject({ code: 0, stdout: `${join(out, 'report.md')}\n` })
    expect(idsIn(file).slice(0, before.length)).toEqual(before)
    expect(new Set(idsIn(file)).size).toBe(5)
    expect(idsIn(file)).toHaveLength(5)
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
    expect(report).toMatchObject({ complete: true, models: [{ tasks: [{ correct: { count: 5, of: 5 } }] }] })
    expect(report.models[0].peakMemory.bytes).toBeGreaterThan(10_000_000)
  })

  it('names file and line of a broken data set and leaves what was predicted alone', async () => {
    const out = join(home, 'broken')
    const dataset = join(home, 'broken.jsonl')
    writeFileSync(dataset, '{"id":"x","family":"trip","text":""}\n')
    const ended = await start({
      file: oracleMain,
      args: ['evaluate', '--dataset', dataset, '--model', model, '--out', out],
      oracle: { kind: 'trip', seed: 1, count: 1 },
    })

    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(`${dataset}, line 1: `)
  })

  it.skipIf(process.platform === 'win32')('says that there is no more room, and goes on when there is', async () => {
    const out = join(home, 'full')
    const oracle = JSON.stringify({ kind: 'trip', seed: 3, count: 8 })
    const args = `evaluate --generated trip --count 4 --seed 3 --model "${model}" --out "${out}"`
    // A limit on file sizes is the nearest thing to a full disk that needs no rights.
    const run = (limit: string) => {
      const shell = `${limit} "${process.execPath}" "${oracleMain}" ${args}`
      const child = spawn('bash', ['-c', shell], { env: { ...process.env, PLANWRIGHT_HOME: home, ORACLE: oracle } })
      let stderr = ''
      child.stderr.on('data', (chunk) => {
        stderr += String(chunk)
      })
      return new Promise<{ code: number | null; stderr: string }>((resolve) =>
        child.on('close', (code) => resolve({ code, stderr })),
      )
    }
    const full = await run('ulimit -f 4;')
    expect(full).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing more fits into') })
    const kept = idsIn(join(out, 'predictions.jsonl'))
    expect(kept.length).toBeLessThan(4)

    expect(await run('')).toMatchObject({ code: 0 })
    expect(idsIn(join(out, 'predictions.jsonl')).slice(0, kept.length)).toEqual(kept)
    expect(idsIn(join(out, 'predictions.jsonl'))).toHaveLength(4)
  })

  it('serves at a local address until Ctrl-C', async () => {
    const ended = await start({
      file: main,
      args: ['serve'],
      onResult: (stdout, kill) => {
        if (stdout.includes('token=')) kill('SIGINT')
      },
    })
    if (ended.code === 1) expect(ended.stderr).toContain('The workbench is not built.')
    else expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/) })
  })
})
