import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom, type RandomSource } from '../../base/random.ts'
import { calendarSlots } from '../calendar-constraints.ts'
import { readDataset } from '../dataset-file.ts'
import type { Sample, VerdictClass } from '../sample.ts'
import { datasetPath, mayMissDatasets, readDatasetText } from '../test/datasets.ts'
import { runWith } from '../test/sample-run.ts'
import { tripProblem } from '../trip-constraints.ts'

/** What the script of the data set calls our verdicts. */
const scriptWords: Partial<Record<VerdictClass, string>> = {
  suboptimal: 'suboptimal',
  invalid: 'invalid',
  'false-unsatisfiable': 'false_unsat',
  'false-solved': 'false_solved',
  failed: 'failed',
}

interface Guess {
  readonly status: 'solved' | 'unsatisfiable' | 'failed'
  readonly plan: unknown
}

/** A plan that may be right: of real names, in a random order, as early as the problem's own numbers say. */
function guess({ problem }: Sample, random: RandomSource): Guess {
  if (random.chance(0.1)) return { status: random.chance(0.5) ? 'unsatisfiable' : 'failed', plan: null }
  return { status: 'solved', plan: problem === undefined ? null : guessPlan(problem, random) }
}

function guessTrip(stays: Readonly<Record<string, number>>, random: RandomSource) {
  let from = 1
  return random.shuffle(Object.entries(stays)).map(([city, days]) => {
    const stay = { city: city.toLowerCase(), from, to: from + days - 1 }
    from = stay.to
    return stay
  })
}

function guessPlan(problem: NonNullable<Sample['problem']>, random: RandomSource): unknown {
  if (problem.task === 'calendar') {
    const { constraints } = problem
    const slots = calendarSlots(constraints)
    const free = slots.length > 0 && random.chance(0.7) ? random.pick(slots) : undefined
    const start = free?.start ?? random.integer(16, 36) * 30
    const day = constraints.days[free?.day ?? random.integer(0, constraints.days.length - 1)]
    return { day: day?.toUpperCase(), start, end: start + constraints.durationMin + (random.chance(0.1) ? 15 : 0) }
  }
  if (problem.task === 'trip') {
    const orders = Array.from({ length: 300 }, () => guessTrip(problem.constraints.stays, random))
    return orders.find((stays) => tripProblem(problem.constraints, stays) === undefined) ?? orders[0]
  }
  const { people, start } = problem.constraints
  let [here, now] = [start.place, start.time]
  return random.sample(people, random.integer(0, Math.min(4, people.length))).map(({ from, min, name, place }) => {
    const begin = Math.max(from, now + (problem.travel[here]?.[place] ?? 0) - (random.chance(0.1) ? 1 : 0))
    here = place
    now = begin + min
    return { person: name, start: begin, end: now }
  })
}

describe.skipIf(mayMissDatasets)('the judge of wild problems', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'planwright-wild-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['calendar', 'trip', 'meeting'])('agrees with the script of the data set on %s', (family) => {
    const samples = readDataset(family, readDatasetText('wild-problems', `${family}.jsonl`))
    const random = createRandom(20261120)
    for (let round = 0; round < 4; round++) {
      const guesses = samples.map((sample) => ({ sample, ...guess(sample, random) }))
      const file = join(folder, `${family}.jsonl`)
      const lines = guesses.map(({ plan, sample, status }) => JSON.stringify({ id: sample.id, status, plan }))
      writeFileSync(file, lines.join('\n'))
      const script = datasetPath('tools', 'check_wild.py')
      const args = [script, datasetPath('wild-problems', `${family}.jsonl`), file, '-v']
      const said = execFileSync('python3', args, { encoding: 'utf8' })
      const scripts = new Map([...said.matchAll(/^ {2}(\S+) (\w+)/gm)].map(([, id, word]) => [id, word]))
      const ours = guesses.map(({ plan, sample, status }) => {
        const { verdict } = sample.judge(runWith({ status, plan, domain: family }))
        return [sample.id, scriptWords[verdict]] as const
      })

      expect(ours).toEqual(guesses.map(({ sample }) => [sample.id, scripts.get(sample.id)]))
    }
  })
})
