import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDomain } from '../domains/calendar/domain.ts'
import { composeProblem, factsOf } from '../engine/compose-problem.ts'
import { createNodeEngine } from '../engine/node-engine.ts'
import { openReferenceSolver } from '../engine/reference-solver.ts'
import { createOracleHost } from '../engine/test/oracle-host.ts'
import { writeTinyGguf } from '../language-models/test/tiny-gguf.ts'
import { runPlanwright } from './planwright.ts'
import { createFakeTerminal } from './test/fake-terminal.ts'

const choice = { seed: 1, index: 0, split: 'train', benchmarkShare: 0 } as const
const trip = composeProblem('trip', choice)
const list = composeProblem('not-a-problem', choice)

let home = ''
let model = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'planwright-cli-'))
  model = join(home, 'oracle.gguf')
  writeTinyGguf(model)
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const factKey = (fact: unknown) => JSON.stringify(fact)

async function planwright(...args: readonly string[]) {
  const terminal = createFakeTerminal()
  const modelHost = createOracleHost([trip, list])
  const code = await runPlanwright(args, terminal, () => createNodeEngine({ home, modelHost }))
  return { code, results: terminal.results(), messages: terminal.messages() }
}

describe('planwright', () => {
  it('tells its commands and its version', async () => {
    const help = await planwright('--help')

    expect(help.code).toBe(0)
    for (const name of ['plan', 'evaluate', 'models', 'synthesize', 'serve', 'bench', 'runs']) {
      expect(help.results).toMatch(new RegExp(`^ {2}${name} `, 'm'))
      const usage = await planwright(name, '--help')
      expect(usage).toMatchObject({ code: 0, results: expect.stringContaining(`Usage: planwright ${name}`) })
    }
    expect((await planwright('--version')).results).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [[], 'a command is missing'],
    [['walk'], 'there is no command "walk"'],
    [['toString'], 'there is no command "toString"'],
    [['plan'], 'There is no problem to plan'],
    [['plan', '--speed', '9'], "Unknown option '--speed'"],
    [['plan', 'a', 'b'], 'Give one text'],
    [['plan', 'a', '--file', 'b'], 'Give one text'],
    [['plan', 'a', '--domain', 'chess'], 'There is no planning domain "chess"'],
    [['plan', 'a', '--model', 'gpt'], 'There is no language model "gpt"'],
    [['plan', 'a', '--model', '/nowhere/x.gguf'], 'There is no file /nowhere/x.gguf'],
    [['plan', ''], 'There is no text to plan from'],
    [['plan', ' \n\t '], 'There is no text to plan from'],
    [['plan', 'a'.repeat(1_000_000)], 'The text is too long'],
    [['plan', 'meet\u0000me'], 'This is not text'],
    [['plan', '--file', '/nowhere/problem.txt'], 'There is no file /nowhere/problem.txt'],
    [['plan', '--file', tmpdir()], 'is a folder, not a file'],
    [['evaluate', '--out', '/tmp/x'], '--dataset is missing'],
    [['evaluate', '--dataset', 'x.json'], '--out is missing'],
    [['evaluate', '--dataset', 'x', '--out', 'y', '--limit', '0'], '--limit wants a whole number'],
    [['evaluate', '--dataset', 'x', '--out', 'y', '--count', '9'], '--count goes with --generated'],
    [['evaluate', '--generated', 'chess', '--out', 'y'], 'There are no problems of the kind "chess"'],
    [['synthesize'], '--domain is missing'],
    [['synthesize', '--domain', 'chess'], 'There are no problems of the kind "chess"'],
    [['synthesize', '--domain', 'trip', '--count', 'many'], '--count wants a whole number'],
    [['serve', '--port', '70000'], '--port wants a whole number'],
    [['store'], 'Say what to do'],
    [['store', 'shrink', 'it'], 'There is no "store shrink"'],
    [['store', 'restore', '/nowhere/backup'], 'There is no file /nowhere/backup'],
    [['runs'], 'Say "list"'],
    [['runs', 'show'], 'Say "list"'],
    [['runs', 'show', 'run-nothing'], 'There is no run "run-nothing"'],
    [['runs', 'show', '../../etc/passwd'], 'is not the name of a run'],
    [['models', 'all'], 'Unexpected argument'],
    [['models', 'add'], 'Name a GGUF file'],
    [['models', 'add', '/nowhere/x.gguf'], 'There is no file /nowhere/x.gguf'],
    [['models', 'show'], 'Name a model'],
    [['models', 'show', 'gpt'], 'There is no model called gpt'],
    [['models', 'show', 'gpt', '--context', 'much'], '--context wants a whole number'],
    [['models', 'measure', 'gpt'], 'There is no model called gpt'],
  ])('%j ends with code 2 and words', async (args, message) => {
    const { code, messages, results } = await planwright(...args)

    expect(messages).toContain(message)
    expect(code).toBe(2)
    expect(results).toBe('')
  })

  it('refuses files that are too long or no text', async () => {
    const long = join(home, 'long.txt')
    writeFileSync(long, 'a'.repeat(1_000_001))
    const noise = join(home, 'noise.bin')
    writeFileSync(noise, Buffer.from([0x4d, 0xff, 0xfe, 0x80]))

    expect(await planwright('plan', '--file', long)).toMatchObject({
      code: 2,
      messages: expect.stringContaining('too long'),
    })
    expect(await planwright('plan', '--file', noise)).toMatchObject({
      code: 2,
      messages: expect.stringContaining('UTF-8'),
    })
  })
})

describe('planwright plan', () => {
  it('streams facts, the plan and the verdict to stdout, and remarks to stderr', async () => {
    const { code, messages, results } = await planwright('plan', trip.text, '--model', model)

    expect(code).toBe(0)
    expect(results).toMatch(/^stay\(.+\)\.$/m)
    expect(results).toMatch(/^Days 1 to \d+: /m)
    expect(results).toContain('Checked: the plan keeps everything that the facts state.')
    expect(messages).toMatch(/^solved: /m)
  })

  it('gives one JSON object with everything in it', async () => {
    const { code, results } = await planwright('plan', trip.text, '--model', model, '--json')
    const result = JSON.parse(results)

    expect(code).toBe(0)
    expect(result).toMatchObject({
      status: 'solved',
      domain: 'trip',
      plan: expect.arrayContaining([{ city: expect.any(String), from: 1, to: expect.any(Number) }]),
      planText: expect.stringContaining('Here is the trip plan'),
      program: expect.stringContaining('itinerary('),
      verdict: { status: 'valid' },
      attempts: [{ attempt: 0, reason: 'first' }],
      model: { id: expect.any(String), backend: 'scripted' },
    })
    expect(result.timings.totalMs).toBeGreaterThan(0)
    expect(new Set(result.facts.map(factKey))).toEqual(new Set(factsOf(trip).map(factKey)))
    for (const { args, end, start, words } of result.sourceMap) {
      expect(trip.text.slice(start, end)).toBe(words)
      for (const arg of args) if (arg !== null) expect(trip.text.slice(arg.start, arg.end)).toBe(arg.words)
    }
  })

  it('says that a text is no planning problem, with code 1', async () => {
    const told = await planwright('plan', list.text, '--model', model)
    const json = await planwright('plan', list.text, '--model', model, '--json')

    expect(told).toMatchObject({ code: 1, messages: expect.stringContaining('not a planning problem') })
    expect(json.code).toBe(1)
    expect(JSON.parse(json.results)).toMatchObject({ status: 'failed', domain: null, plan: null, facts: [] })
  })

  it('names what clashes where there is no plan, with code 1', async () => {
    const clash = await composeClash()
    const terminal = createFakeTerminal()
    const modelHost = createOracleHost([clash])
    const args = ['plan', clash.text, '--model', model]
    const code = await runPlanwright(args, terminal, () => createNodeEngine({ home, modelHost }))

    expect(code).toBe(1)
    expect(terminal.results()).toMatch(/There is no plan: these cannot all hold.*\n {2}- /)
    expect(terminal.messages()).toMatch(/^unsatisfiable: /m)
  })

  it('keeps its runs', async () => {
    await planwright('plan', trip.text, '--model', model)
    const listed = await planwright('runs', 'list', '--limit', '1')
    const [runId = ''] = /run-\w+/.exec(listed.results) ?? []
    const shown = await planwright('runs', 'show', runId)
    const events = (await planwright('runs', 'show', runId, '--json')).results.trimEnd().split('\n')

    expect(listed.results).toContain('solved')
    expect(shown.results).toContain(trip.text.trim())
    expect(shown.results).toContain('Checked: ')
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ type: 'run-end', status: 'solved' })
  })

  it('ends a cancelled run with code 130', async () => {
    const abort = new AbortController()
    const terminal = createFakeTerminal(abort.signal)
    const modelHost = createOracleHost([trip], { tokenDelayMs: 20 })
    const args = ['plan', trip.text, '--model', model, '--json']
    const ended = runPlanwright(args, terminal, () => createNodeEngine({ home, modelHost }))
    setTimeout(() => abort.abort(), 300)

    expect(await ended).toBe(130)
    expect(JSON.parse(terminal.results())).toMatchObject({ status: 'failed', runStatus: 'cancelled' })
  })
})

describe('planwright models', () => {
  it('lists models of PLANWRIGHT_HOME and says what is wrong with one', async () => {
    mkdirSync(join(home, 'models'), { recursive: true })
    writeFileSync(join(home, 'models', 'broken.gguf'), 'GGUF')
    const { code, messages } = await planwright('models')
    const entries = JSON.parse((await planwright('models', '--json')).results)

    expect(code).toBe(0)
    expect(messages).toContain("broken can't be used: ")
    expect(entries).toContainEqual(expect.objectContaining({ id: 'broken', problem: expect.any(String) }))
    expect((await planwright('plan', 'a', '--model', 'broken')).code).toBe(2)
  })
})

describe('planwright synthesize', () => {
  it('writes the same problems for the same seed, with their facts', async () => {
    const args = ['synthesize', '--domain', 'meeting', '--count', '3', '--seed', '5']
    const { code, results } = await planwright(...args)
    const lines = results
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

    expect(code).toBe(0)
    expect((await planwright(...args)).results).toBe(results)
    expect(lines.map(({ id }) => id)).toEqual(['meeting-5-0', 'meeting-5-1', 'meeting-5-2'])
    expect(lines[0]).toMatchObject({ domain: 'meeting', text: expect.any(String) })
    expect(lines[0].facts.length).toBeGreaterThan(0)
  })
})

/** The first composed calendar that the rules find no time for. */
async function composeClash() {
  const solver = openReferenceSolver()
  try {
    for (let index = 0; ; index++) {
      const problem = composeProblem('calendar', { ...choice, index })
      if ((await solver.isSatisfiable(calendarDomain, factsOf(problem))) === false) return problem
    }
  } finally {
    await solver.dispose()
  }
}

describe('planwright store', () => {
  it('backs up the runs that are kept, and puts them back', async () => {
    await planwright('plan', '--model', model, trip.text)
    const backup = join(home, 'backup.sqlite')
    const kept = (await planwright('runs', 'list', '--json')).results

    expect(await planwright('store', 'backup', backup)).toMatchObject({ code: 0, results: `${backup}\n` })
    expect(await planwright('store', 'backup', backup)).toMatchObject({ code: 2 })
    await planwright('plan', '--model', model, trip.text)
    const restored = await planwright('store', 'restore', backup)
    expect(restored).toMatchObject({ code: 0, messages: expect.stringContaining('what was there is in') })
    expect((await planwright('runs', 'list', '--json')).results).toBe(kept)
    expect((await planwright('store', 'check')).results).toMatch(/runs\.sqlite: sound, \d+ runs, \d+ events/)
  })
})

describe('planwright runs export', () => {
  it('gives a plan to a diary, to people and to programs', async () => {
    await planwright('plan', '--model', model, trip.text)
    const [run] = JSON.parse((await planwright('runs', 'list', '--json')).results)
    const exported = (...options: readonly string[]) => planwright('runs', 'export', run.runId, ...options)

    expect((await exported('--format', 'ics', '--start-date', '2026-12-01')).results).toContain(
      'DTSTART;VALUE=DATE:20261201',
    )
    expect((await exported('--format', 'markdown')).results).toContain('## What was understood')
    expect(JSON.parse((await exported('--format', 'json')).results)).toMatchObject({ status: 'solved', domain: 'trip' })
    const file = join(home, 'plan.md')
    expect(await exported('--format', 'markdown', '--out', file)).toMatchObject({ code: 0, results: '' })
    expect(await exported('--format', 'markdown', '--out', file)).toMatchObject({
      code: 2,
      messages: expect.stringContaining('it is there already'),
    })
    expect(await exported('--format', 'ics', '--start-date', 'soon')).toMatchObject({ code: 2 })
    expect(await exported('--format', 'pdf')).toMatchObject({ code: 2 })
  })
})

describe('planwright models add and show', () => {
  it('adds a GGUF file, shows what it says and keeps out what is cut off', async () => {
    const file = join(home, 'mine.gguf')
    writeTinyGguf(file, { name: 'Mine', chatTemplate: '{{ messages }}' })
    const added = await planwright('models', 'add', file)
    const shown = await planwright('models', 'show', 'mine', '--context', '256')
    const data = JSON.parse((await planwright('models', 'show', 'mine', '--json')).results)
    const cut = join(home, 'cut.gguf')
    writeFileSync(cut, readFileSync(file).subarray(0, -500))
    const refused = await planwright('models', 'add', cut)

    expect(added).toMatchObject({ code: 0, results: 'mine\n' })
    expect(shown.code).toBe(0)
    expect(shown.results).toMatch(/^licence +mit$/m)
    expect(shown.results).toContain('with a context of 256 tokens each')
    expect(shown.results).toMatch(/^mine +F32 +[\d.]+ +not measured yet/m)
    expect(shown.results).toContain('{{ messages }}')
    expect(data).toMatchObject({ status: 'readable', facts: { parameters: 127_808 }, ladder: [{ modelId: 'mine' }] })
    expect(refused).toMatchObject({ code: 1, results: '', messages: expect.stringContaining('cut.gguf is cut off') })
    expect((await planwright('models')).results).toMatch(/^mine /m)
  })
})

describe('planwright runs rerun', () => {
  const rerun = (...args: readonly string[]) => planwright('runs', 'rerun', ...args)
  const latest = async () => JSON.parse((await planwright('runs', 'list', '--json')).results)[0].runId as string
  const written = (name: string, text: string) => {
    const file = join(home, name)
    writeFileSync(file, text)
    return file
  }

  it('runs a kept run exactly again, its model found where it was', async () => {
    await planwright('plan', '--model', model, trip.text)
    const runId = await latest()
    const again = await rerun(runId, '--json')

    expect(again).toMatchObject({ code: 0 })
    // The oracle says of itself that its checksum is all zeros, and its file is another.
    expect(again.messages).toContain('not as then: checksum was 0000')
    expect(JSON.parse(again.results)).toMatchObject({ status: 'solved', plan: expect.anything() })
    expect(JSON.parse(again.results).runId).not.toBe(runId)
  })

  it('runs it from facts and from a plan that a person wrote', async () => {
    const runId = await latest()
    const whole = JSON.parse((await planwright('runs', 'export', runId, '--format', 'json')).results)
    const facts = whole.sourceMap.map(({ fact }: { fact: string }) => fact).join('\n')

    const same = JSON.parse((await rerun(runId, '--facts', written('facts.pl', facts), '--json')).results)
    expect(same).toMatchObject({ status: 'solved', usage: { completionTokens: 0 } })
    const kept = await rerun(runId, '--plan', written('plan.json', JSON.stringify(whole.plan)))
    expect(kept).toMatchObject({ code: 0, results: expect.stringContaining('Checked: ') })
    const cut = whole.plan.slice(0, 1)
    expect(await rerun(runId, '--plan', written('cut.json', JSON.stringify(cut)))).toMatchObject({ code: 1 })
  })

  it('says where facts cannot be read, and refuses what is no edit', async () => {
    const runId = await latest()

    expect(await rerun(runId, '--facts', written('bad.pl', 'total_days(3).\n:- halt.'))).toMatchObject({
      code: 2,
      messages: expect.stringContaining('line 2, column 1: Not a fact'),
    })
    expect(await rerun(runId, '--sampling', '[]')).toMatchObject({ code: 2 })
    expect(await rerun(runId, '--sampling', '{')).toMatchObject({ code: 2 })
    expect(await rerun(runId, '--sampling', '{}', '--text', 'x')).toMatchObject({ code: 2 })
    expect(await rerun('run-nothing')).toMatchObject({ code: 2, messages: expect.stringContaining('There is no run') })
  })
})
