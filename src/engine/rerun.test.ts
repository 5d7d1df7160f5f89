import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtInPrompts } from '../formalization/prompts/built-in-prompts.ts'
import { editedPromptReason } from '../formalization/retranslate.ts'
import type { RunEdit } from '../planning/run-edit.ts'
import { type RunEvent, runEventSchema } from '../planning/run-event.ts'
import { printFacts } from '../prolog/facts.ts'
import { summarizeResult } from './run-result.ts'
import { createMeetingEngine, type MeetingEngine, meetingText } from './test/meeting-engine.ts'

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>
const all = <Type extends RunEvent['type']>(events: readonly RunEvent[], type: Type) =>
  events.filter((event): event is EventOf<Type> => event.type === type)

function only<Type extends RunEvent['type']>(events: readonly RunEvent[], type: Type): EventOf<Type> {
  const [found, ...more] = all(events, type)
  if (found === undefined || more.length > 0) throw new Error(`${more.length} events ${type}`)
  return found
}

let made: MeetingEngine
let root: readonly RunEvent[]
let rootId: string

const watch = (runId: string) => Array.fromAsync(made.engine.watchRun(runId, -1))

async function rerun(edit: RunEdit, runId = rootId): Promise<{ runId: string; events: readonly RunEvent[] }> {
  const outcome = await made.engine.reruns.rerun(runId, edit)
  if (outcome.status !== 'started') throw new Error(JSON.stringify(outcome))
  return { runId: outcome.runId, events: await watch(outcome.runId) }
}

const factsOf = (events: readonly RunEvent[]) => only(events, 'formalization').facts
const programOf = (events: readonly RunEvent[]) => printFacts(factsOf(events).map(({ fact }) => fact))
const resultOf = (events: readonly RunEvent[]) => summarizeResult(events)
const requestsSoFar = () => made.models.flatMap(({ requests }) => requests).length

beforeAll(async () => {
  made = createMeetingEngine()
  rootId = made.engine.startRun({
    text: meetingText,
    domain: 'auto',
    modelId: 'scripted',
    recipe: { sampling: { temperature: 0.5, seed: 3 }, repairs: 1 },
  })
  root = await watch(rootId)
  expect(resultOf(root)).toMatchObject({ status: 'solved', plan: { day: 'Monday', start: 600, end: 630 } })
})
afterAll(() => made.engine.dispose())

const edits: readonly RunEdit[] = [
  { hop: 'facts', program: "participant('Ana'). duration(45). day('Monday'). earliest." },
  { hop: 'prompt', segment: 1, prompt: '' },
  { hop: 'sampling', recipe: { sampling: { temperature: 0 } } },
  { hop: 'plan', plan: { day: 'Monday', start: 600, end: 630 } },
  { hop: 'text', text: `${meetingText} Bye.` },
  { hop: 'none' },
]

describe.each(edits)('a run again from $hop', (edit) => {
  const edited = (): RunEdit => (edit.hop === 'prompt' ? { ...edit, prompt: promptOf(1) } : edit)

  it('is a whole run of its own that names its parent and hop', async () => {
    const { events, runId } = await rerun(edited())

    expect(events.map(({ seq }) => seq)).toEqual([...events.keys()])
    expect(events.map((event) => runEventSchema.parse(event))).toEqual(events)
    expect(events[0]).toMatchObject({ type: 'run-start', runId, parent: { runId: rootId, hop: edit.hop } })
    for (const type of ['segments', 'domain', 'attempt-end', 'formalization', 'plan', 'verdict', 'run-end'] as const) {
      expect(all(events, type).length).toBeGreaterThan(0)
    }
    expect(resultOf(events).status).toBe('solved')
  })

  it('can be exported in every form', async () => {
    const { runId } = await rerun(edited())

    for (const format of ['json', 'markdown', 'ics', 'otlp'] as const) {
      expect(await made.engine.exportRun(runId, { format, startDate: '2026-11-23' })).not.toBe('')
    }
  })

  it('leaves its parent as it was', async () => {
    await made.engine.savedRun(rootId)
    const before = JSON.stringify(await made.engine.readRun(rootId))
    const onDisk = JSON.stringify(await made.store.runs.read(rootId))
    const { runId } = await rerun(edited())
    await made.engine.savedRun(runId)

    expect(JSON.stringify(await made.engine.readRun(rootId))).toBe(before)
    expect(JSON.stringify(await made.store.runs.read(rootId))).toBe(onDisk)
  })

  it('comes to the same when it is run exactly again', async () => {
    const child = await rerun(edited())
    const again = await rerun({ hop: 'none' }, child.runId)

    expect(again.events[0]).toMatchObject({ parent: { runId: child.runId, hop: 'none', repeats: edit.hop } })
    const outcome = (events: readonly RunEvent[]) => {
      const { facts, plan, runStatus } = resultOf(events)
      return { facts, plan, runStatus, recipe: only(events, 'run-start').recipe, text: only(events, 'run-start').text }
    }
    expect(outcome(again.events)).toEqual(outcome(child.events))
    expect(again.events.length).toBe(child.events.length)
  })
})

function promptOf(segment: number, events: readonly RunEvent[] = root): string {
  return all(events, 'segment-start').findLast((event) => event.segment === segment)?.prompt ?? ''
}

describe('edited facts', () => {
  it('are solved without a word of the model', async () => {
    const asked = requestsSoFar()
    const { events } = await rerun({ hop: 'facts', program: programOf(root).replace('540, 600', '540, 720') })

    expect(resultOf(events)).toMatchObject({
      plan: { day: 'Monday', start: 720, end: 750 },
      usage: { completionTokens: 0 },
    })
    expect(requestsSoFar()).toBe(asked)
  })

  it('that are unchanged keep words and confidence; the changed one keeps what is still the same', async () => {
    const { events } = await rerun({ hop: 'facts', program: programOf(root).replace('540, 600', '540, 720') })
    const [before, after] = [factsOf(root), factsOf(events)]

    expect(after.filter(({ edited }) => edited === undefined)).toEqual(
      before.filter(({ fact }) => fact.predicate !== 'busy'),
    )
    const [was, is] = [before, after].map((facts) => facts.find(({ fact }) => fact.predicate === 'busy'))
    expect(is).toMatchObject({ edited: true, confidence: 1, span: was?.span })
    expect(is?.argSpans).toEqual([was?.argSpans[0], null, was?.argSpans[2], null])
  })

  it('that are new have no words', async () => {
    const { events } = await rerun({ hop: 'facts', program: `${programOf(root)}not_before('Ben', any, 660).` })
    const added = factsOf(events).at(-1)

    expect(added).toMatchObject({ edited: true, fact: { predicate: 'not_before', args: ['Ben', null, 660] } })
    expect(added?.span.start).toBe(added?.span.end)
    expect(resultOf(events).plan).toEqual({ day: 'Monday', start: 660, end: 690 })
  })

  it('that clash say which of them do', async () => {
    const { events } = await rerun({ hop: 'facts', program: programOf(root).replace('540, 600', '540, 1020') })

    expect(resultOf(events)).toMatchObject({ status: 'unsatisfiable', conflict: { facts: expect.anything() } })
  })

  it('that cannot be right are a draft', async () => {
    const { events } = await rerun({ hop: 'facts', program: programOf(root).replace('duration(30).', '') })

    expect(resultOf(events)).toMatchObject({ runStatus: 'incomplete', reason: expect.stringContaining('missing') })
  })

  it('are never evaluated: a directive or a rule is refused where it stands, and nothing is run', async () => {
    const program = "duration(30).\n:- halt.\nbusy(X) :- day(X).\nbusy('Ana').\nsunny('Monday').\nday('Mon"
    const outcome = await made.engine.reruns.rerun(rootId, { hop: 'facts', program })

    if (outcome.status !== 'refused') throw new Error('it was run')
    expect(outcome.diagnostics.map(({ code, start }) => [start.line, start.column, code]).sort()).toEqual([
      [2, 1, 'not-a-fact'],
      [3, 1, 'not-a-fact'],
      [4, 1, 'wrong-arity'],
      [5, 1, 'unknown-predicate'],
      [6, 5, 'syntax-error'],
    ])
    expect(await made.engine.reruns.checkFacts(rootId, program)).toEqual(outcome.diagnostics)
  })

  it('are looked at by lint while they are written', async () => {
    const notes = await made.engine.reruns.checkFacts(rootId, "participant('Ana'). day('Monday').")

    expect(notes.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error missing-duration',
      'warning missing-work-hours',
    ])
  })
})

describe('an edited prompt', () => {
  const busy = (events: readonly RunEvent[]) => factsOf(events).find(({ fact }) => fact.predicate === 'busy')

  it('is asked as it was written, and only its piece', async () => {
    const asked = requestsSoFar()
    const prompt = promptOf(2).replace('10:00', '11:30')
    const { events } = await rerun({ hop: 'prompt', segment: 2, prompt })

    expect(requestsSoFar()).toBe(asked + 1)
    expect(promptOf(2, events)).toBe(prompt)
    expect(all(events, 'attempt-start').at(-1)).toMatchObject({ segments: [2], reason: editedPromptReason, attempt: 1 })
  })

  it('gives values of the words the model was shown, and places only of what the text has', async () => {
    const { events } = await rerun({ hop: 'prompt', segment: 2, prompt: promptOf(2).replace('10:00', '11:30') })
    const [was, is] = [busy(root), busy(events)]

    expect(is?.fact.args).toEqual(['Ana', null, 540, 690])
    expect(is?.argSpans).toEqual([was?.argSpans[0], null, was?.argSpans[2], null])
    expect(resultOf(events).plan).toEqual({ day: 'Monday', start: 690, end: 720 })
    expect(factsOf(events).filter(({ fact }) => fact.predicate !== 'busy')).toEqual(
      factsOf(root).filter(({ fact }) => fact.predicate !== 'busy'),
    )
  })

  it('is sampled as its parent was, and not repaired', async () => {
    const { events } = await rerun({ hop: 'prompt', segment: 2, prompt: promptOf(2).replace('busy', 'away') })

    expect(made.models.at(-1)?.requests.at(-1)?.sampling).toEqual({ temperature: 0.5, seed: 3 })
    expect(all(events, 'attempt-start')).toHaveLength(2)
  })

  it('stays when another is edited after it', async () => {
    const first = await rerun({ hop: 'prompt', segment: 2, prompt: promptOf(2).replace('10:00', '11:30') })
    const second = await rerun({ hop: 'prompt', segment: 0, prompt: promptOf(0).replace('30', '45') }, first.runId)

    expect(busy(second.events)?.fact.args).toEqual(['Ana', null, 540, 690])
    expect(busy(second.events)?.argSpans).toEqual(busy(first.events)?.argSpans)
    expect(resultOf(second.events).plan).toEqual({ day: 'Monday', start: 690, end: 735 })
  })

  it('of a piece that the text does not have is refused', async () => {
    await expect(made.engine.reruns.rerun(rootId, { hop: 'prompt', segment: 99, prompt: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('an edited plan', () => {
  it('is only validated', async () => {
    const asked = requestsSoFar()
    const { events } = await rerun({ hop: 'plan', plan: { day: 'Monday', start: 570, end: 600 } })

    expect(requestsSoFar()).toBe(asked)
    expect(all(events, 'solve-end')).toEqual([])
    expect(only(events, 'verdict').verdict).toMatchObject({
      status: 'invalid',
      violations: [{ words: expect.stringContaining('Ana is busy') }],
    })
    expect(only(events, 'run-end')).toMatchObject({ status: 'failed', reason: 'The validator rejects the plan.' })
  })

  it('is judged at once, without a run', async () => {
    expect(await made.engine.reruns.checkPlan(rootId, { day: 'Monday', start: 600, end: 630 })).toMatchObject({
      status: 'checked',
      verdict: { status: 'valid' },
      plainText: 'Meet on Monday from 10:00 to 10:30.',
    })
    expect(await made.engine.reruns.checkPlan(rootId, { day: 'Monday' })).toMatchObject({ status: 'malformed' })
    expect(await made.engine.reruns.rerun(rootId, { hop: 'plan', plan: [] })).toMatchObject({ status: 'refused' })
  })
})

describe('sampling and text', () => {
  it('go into the whole run again, and the rest of the recipe with them', async () => {
    const { events } = await rerun({ hop: 'text', text: meetingText.replace('10:00', '12:00') })

    expect(only(events, 'run-start').recipe).toEqual(only(root, 'run-start').recipe)
    expect(resultOf(events).plan).toEqual({ day: 'Monday', start: 720, end: 750 })
  })

  it("a recipe is the child's own", async () => {
    const recipe = { sampling: { temperature: 0.2, topK: 4 } }
    const { events } = await rerun({ hop: 'sampling', recipe })

    expect(only(events, 'run-start').recipe).toEqual(recipe)
    expect(made.models.at(-1)?.requests.at(-1)?.sampling).toEqual(recipe.sampling)
  })

  it('that are none are said to be none', async () => {
    const { events } = await rerun({ hop: 'sampling', recipe: { sampling: { heat: 3 } } })

    expect(only(events, 'run-end')).toMatchObject({ status: 'failed', reason: expect.stringContaining('sampling') })
    await expect(made.engine.reruns.rerun(rootId, { hop: 'text', text: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('a run from which there is nothing to go on', () => {
  it('says so', async () => {
    const runId = made.engine.startRun({ text: meetingText, domain: 'nowhere', modelId: 'scripted' })
    await watch(runId)

    await expect(made.engine.reruns.rerun(runId, { hop: 'facts', program: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(made.engine.reruns.rerun('run-none', { hop: 'none' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('drift', () => {
  it('is none where all is as it was', async () => {
    expect(await made.engine.reruns.driftSince(rootId)).toEqual([])
  })

  it('is no template that is here as it was, but one of which there is another text now', async () => {
    const [begun, ...rest] = root
    if (begun?.type !== 'run-start') throw new Error('no start')
    const { name = '', text = '' } = builtInPrompts[0] ?? {}
    const stamped = (sha256: string): RunEvent[] => {
      const versions = { planwright: '', prolog: '', ...begun.versions, promptSha256: { [name]: sha256 } }
      return [{ ...begun, runId: `run-${sha256.slice(0, 6)}`, versions }, ...rest]
    }
    const same = createHash('sha256').update(text, 'utf8').digest('hex')
    for (const sha256 of [same, 'a'.repeat(64)]) {
      await made.store.runs.append(`run-${sha256.slice(0, 6)}`, stamped(sha256))
    }

    expect(await made.engine.reruns.driftSince(`run-${same.slice(0, 6)}`)).toEqual([])
    expect(await made.engine.reruns.driftSince('run-aaaaaa')).toEqual([
      { what: 'prompt', name, was: 'a'.repeat(64), is: same },
    ])
  })

  it('is a model whose file is another, or gone', async () => {
    const { present } = made
    made.present = { sha256: 'f'.repeat(64), quantization: 'q4_0' }
    expect(await made.engine.reruns.driftSince(rootId)).toEqual([
      { what: 'checksum', was: '0'.repeat(64), is: 'f'.repeat(64) },
      { what: 'quantization', was: 'none', is: 'q4_0' },
    ])
    made.present = undefined
    expect(await made.engine.reruns.driftSince(rootId)).toEqual([{ what: 'model', was: 'scripted', is: null }])
    made.present = present
  })
})
