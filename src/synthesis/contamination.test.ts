import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../base/random.ts'
import { planningDomains } from '../domains/registry.ts'
import type { ArgumentKind } from '../planning/fact-schema.ts'
import type { TextRange } from '../planning/segment.ts'
import { calendarPhrases } from './compose/calendar.ts'
import { meetingPhrases } from './compose/meeting.ts'
import { composers } from './compose/registry.ts'
import { tripPhrases } from './compose/trip.ts'
import type { ComposedProblem } from './problem-text.ts'
import { wordRuns } from './test/common-runs.ts'

const runWords = 13
/** Common turns of speech are shorter than this. */
const spokenWords = 9
const problemsEach = 1000
const datasets = process.env['PLANWRIGHT_DATASETS']

/** Every text of the data sets, whatever its place in a record. */
function textsOf(record: unknown): string[] {
  if (typeof record === 'string') return [record]
  return typeof record === 'object' && record !== null ? Object.values(record).flatMap(textsOf) : []
}

function datasetTexts(folder: string, names = ['natural-plan', 'wild-problems']): string[] {
  return names
    .flatMap((name) =>
      readdirSync(join(folder, name)).flatMap((file) => {
        const content = () => readFileSync(join(folder, name, file), 'utf8')
        if (file.endsWith('.jsonl'))
          return content()
            .split('\n')
            .filter(Boolean)
            .map((line): unknown => JSON.parse(line))
        return file.endsWith('.json') ? [JSON.parse(content()) as unknown] : []
      }),
    )
    .flatMap(textsOf)
}

const telling: ReadonlySet<ArgumentKind | undefined> = new Set<ArgumentKind>([
  'person',
  'place',
  'city',
  'area',
  'clock',
])

/** Where a problem has a name, a city or a time: what is common beside these is the English language. */
function tellingRanges({ domain, facts, text }: ComposedProblem): TextRange[] {
  const schema = planningDomains.get(domain)?.factSchema
  return facts.flatMap(({ args, predicate }) => {
    const kinds = schema?.predicates.find((one) => one.name === predicate)?.args.map(({ kind }) => kind)
    return args
      .filter((range) => range !== null)
      .filter((range) => {
        const at = args.indexOf(range)
        return telling.has(kinds?.[at]) && !/^(?:i|me)$/i.test(text.slice(range.start, range.end))
      })
  })
}

const families = new Map(
  [calendarPhrases, tripPhrases, meetingPhrases].flatMap((book) =>
    book.groups.flatMap((group) => group.families.map((family) => [family.id, family.text] as const)),
  ),
)

/** The family of the problem whose words the run has most of: where to look for what is wrong. */
function likelyFamily(problem: ComposedProblem, run: string): string {
  const inRun = new Set(run.split(' '))
  const share = (id: string) => {
    const words = (families.get(id) ?? '').toLowerCase().match(/\p{L}+/gu) ?? []
    return words.filter((word) => inRun.has(word)).length
  }
  return problem.families.reduce((best, id) => (share(id) > share(best) ? id : best), '')
}

const isIn = (range: TextRange, place: TextRange) => place.start >= range.start && place.end <= range.end

describe.skipIf(datasets === undefined && process.env['CI'] !== 'true')('what models are trained with', () => {
  it(`shares no run of ${runWords} words around a name or a time with a data set`, { timeout: 60_000 }, () => {
    const known = new Set(
      datasetTexts(datasets ?? '').flatMap((text) => wordRuns(text, runWords).map(({ run }) => run)),
    )
    expect(known.size).toBeGreaterThan(0)
    const shared = new Map<string, number>()
    for (const composer of composers.filter(({ domain }) => planningDomains.has(domain))) {
      for (let seed = 0; seed < problemsEach; seed++) {
        const random = createRandom(seed * 104_729 + 1)
        const problem = composer.compose(random, { split: 'train', benchmarkShare: 0.1 }, random.next())
        const places = tellingRanges(problem)
        for (const { range, run } of wordRuns(problem.text, runWords)) {
          if (!known.has(run) || !places.some((place) => isIn(range, place))) continue
          const family = likelyFamily(problem, run)
          shared.set(family, (shared.get(family) ?? 0) + 1)
        }
      }
    }

    expect([...shared]).toEqual([])
  })

  it(`repeats no ${spokenWords} words of a wild problem, with or without a name`, { timeout: 60_000 }, () => {
    const wild = datasetTexts(datasets ?? '', ['wild-problems'])
    const known = new Set(wild.flatMap((text) => wordRuns(text, spokenWords).map(({ run }) => run)))
    expect(known.size).toBeGreaterThan(0)
    const repeated = new Set<string>()
    for (const composer of composers) {
      for (let seed = 0; seed < problemsEach; seed++) {
        const random = createRandom(seed * 15_485_863 + 7)
        const { text } = composer.compose(random, { split: 'train', benchmarkShare: 0 }, random.next())
        for (const { run } of wordRuns(text, spokenWords)) if (known.has(run)) repeated.add(run)
      }
    }

    expect([...repeated]).toEqual([])
  })
})
