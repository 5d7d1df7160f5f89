import { afterEach, describe, expect, it } from 'vitest'
import { chatFormalizer } from '../../formalization/chat/chat-formalizer.ts'
import { findBuiltInPrompt } from '../../formalization/prompts/built-in-prompts.ts'
import { createScriptedLanguageModel } from '../../language-models/test/scripted-language-model.ts'
import type { RunEvent } from '../../planning/run-event.ts'
import type { Engine } from '../engine.ts'
import { createTestEngine } from '../test/test-engine.ts'

const text = 'Ana and Ben meet for 30 minutes on Monday.'
const lines = '1 participant("Ana")\n1 participant("Ben")\n1 duration("30 minutes")\n1 day("Monday")\n'

function open(answer: () => string = () => lines) {
  const model = createScriptedLanguageModel(answer)
  const made = createTestEngine({ formalizer: chatFormalizer, model })
  engine = made.engine
  return { ...made, model }
}

let engine: Engine
afterEach(() => engine.dispose())

async function run(prompts: Record<string, number>): Promise<RunEvent[]> {
  const runId = engine.startRun({ text, domain: 'calendar', modelId: 'scripted', recipe: { prompts } })
  const events = await Array.fromAsync(engine.watchRun(runId, -1))
  await engine.savedRun(runId)
  return events
}
const stampOf = ([start]: readonly RunEvent[]) =>
  start?.type === 'run-start' ? start.versions?.promptSha256 : undefined
const add = (name: string, words: string) => engine.prompts.add({ name, text: words, note: 'why' })

describe('versions of a prompt template', () => {
  it('count on from the one that comes with Planwright, and never change', async () => {
    open()
    const made = await Promise.all([add('chat-translate', 'One {{domain}}'), add('chat-translate', 'Two')])

    expect(made.map(({ version }) => version)).toEqual([2, 3])
    const entry = (await engine.prompts.list()).find(({ name }) => name === 'chat-translate')
    expect(entry?.versions.map((one) => one.text)).toEqual([
      findBuiltInPrompt('chat-translate')?.text,
      'One {{domain}}',
      'Two',
    ])
  })

  it.each([
    { name: 'chat-translate', words: 'ab\n{{fact}}', message: 'Line 2: There is no variable fact here.' },
    { name: 'chat-example-trip', words: '1: We go.', message: 'Line 1: The answer is missing' },
    { name: 'small-model', words: 'Hello', message: 'cannot be changed' },
  ])('refuse what cannot be used: $message', async ({ message, name, words }) => {
    open()
    await expect(add(name, words)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(message),
    })
  })

  it('are told to those who watch', async () => {
    open()
    const abort = new AbortController()
    const heard = engine.changes.watch(abort.signal).next()
    await add('chat-translate', 'One')

    expect((await heard).value).toBe('prompts')
    abort.abort()
  })
})

describe('a run with a version', () => {
  it('asks with it, and has the SHA-256 of every template it may ask with in its record', async () => {
    const { model } = open()
    const builtIn = stampOf(await run({}))
    await add('chat-translate', 'Only facts of a {{domain}}, please.\n{{#facts}}{{name}} {{/facts}}')
    const own = stampOf(await run({ 'chat-translate': 2 }))

    const asked = model.requests.at(-1)
    expect(asked !== undefined && 'messages' in asked ? asked.messages[0]?.content : '').toMatch(
      /^Only facts of a calendar, please\.\nparticipant duration /,
    )
    expect(Object.keys(builtIn ?? {})).toEqual([
      'chat-translate',
      'chat-problem',
      'chat-example-calendar',
      'chat-repair',
    ])
    expect(own?.['chat-problem']).toBe(builtIn?.['chat-problem'])
    expect(own?.['chat-translate']).toMatch(/^[0-9a-f]{64}$/)
    expect(own?.['chat-translate']).not.toBe(builtIn?.['chat-translate'])
  })

  it('shows no example where its text is empty', async () => {
    const { model } = open()
    await add('chat-example-calendar', '\n')
    await run({ 'chat-example-calendar': 2 })

    const asked = model.requests.at(-1)
    expect(asked !== undefined && 'messages' in asked ? asked.messages.map(({ role }) => role) : []).toEqual([
      'system',
      'user',
    ])
  })

  it('that nobody knows fails, and says so', async () => {
    open()
    const events = await run({ 'chat-translate': 7 })

    expect(events.at(-1)).toMatchObject({
      type: 'run-end',
      status: 'failed',
      errorCode: 'not-found',
      reason: expect.stringContaining('There is no version 7 of the prompt template "chat-translate".'),
    })
  })
})

describe('what a template becomes', () => {
  const preview = (name: string, words?: string) =>
    engine.prompts.render({
      name,
      problemText: text,
      domain: 'calendar',
      ...(words === undefined ? {} : { text: words }),
    })

  it('is what is sent, message by message, with what is wrong', async () => {
    open()
    const { diagnostics, messages } = await preview('chat-problem', 'Now: {{sentences}} {{oops}}')

    expect(messages.map(({ role, template }) => [role, template])).toEqual([
      ['system', 'chat-translate'],
      ['user', 'chat-example-calendar'],
      ['assistant', 'chat-example-calendar'],
      ['user', 'chat-problem'],
    ])
    expect(messages.at(-1)?.content).toBe(`Now: 1: ${text} `)
    expect(diagnostics).toMatchObject([{ line: 1, column: 20, endColumn: 28 }])
  })

  it('is shown after an answer with mistakes, for a repair', async () => {
    open()
    const { messages } = await preview('chat-repair')

    expect(messages.at(-1)?.content).toContain('- sentence 1: "Nobody" does not stand in the text')
  })

  it('is shown of our own models’ language too', async () => {
    open()
    const { messages } = await preview('small-model')

    expect(messages.map(({ role }) => role)).toEqual(['raw', 'raw'])
    expect(messages[1]?.content).toContain('Ana\uE000and\uE001')
  })
})

describe('what is known before a version is tried', () => {
  const cases = (name: string, problems: string[], version = 2) =>
    engine.prompts.cases({
      name,
      version,
      against: 1,
      modelId: 'scripted',
      problems: problems.map((one) => ({ text: one, domain: 'calendar' })),
    })

  it('is the newest run with the other version, and whether it was good', async () => {
    open(() => 'hello\n')
    await add('chat-translate', 'Other')
    await run({})
    const runId = (await engine.listRuns(1))[0]?.runId
    await run({ 'chat-translate': 2 })

    const [known, unknown] = await cases('chat-translate', [text, 'Another text.'])
    expect(known).toEqual({ effect: 'differs', before: { runId, isGood: false, repairs: 2 } })
    expect(unknown).toEqual({ effect: 'differs' })
  })

  it('is that an example of another kind of problem changes nothing', async () => {
    open()
    await add('chat-example-trip', '1: We go.\n---\n1 none')

    expect(await cases('chat-example-trip', [text])).toEqual([{ effect: 'same' }])
  })

  it('is that another repair changes nothing where there was none to do', async () => {
    open()
    await add('chat-repair', 'Again.')
    await run({})

    expect(await cases('chat-repair', [text, 'Another text.'])).toMatchObject([
      { effect: 'same' },
      { effect: 'unknown' },
    ])
  })
})
