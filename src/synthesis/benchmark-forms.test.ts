import { describe, expect, it } from 'vitest'
import { createRandom } from '../base/random.ts'
import { calendarPhrases } from './compose/calendar.ts'
import { meetingPhrases } from './compose/meeting.ts'
import { composers } from './compose/registry.ts'
import { tripPhrases } from './compose/trip.ts'

const books = { calendar: calendarPhrases, trip: tripPhrases, meeting: meetingPhrases }
const benchmarkShare = 0.1

describe.each(Object.entries(books))('sentence forms of the benchmark in %s phrases', (domain, book) => {
  it('are at most a tenth of the ways to state a fact', () => {
    const predicates = new Set(book.groups.flatMap((group) => group.facts.map(({ predicate }) => predicate)))
    const shares = [...predicates].map((predicate) => {
      const groups = book.groups.filter((group) => group.facts.some((fact) => fact.predicate === predicate))
      const families = groups.flatMap((group) => group.families)
      return { predicate, share: families.filter((family) => family.benchmark).length / families.length }
    })

    expect(shares.filter(({ share }) => share > benchmarkShare)).toEqual([])
  })

  it('are drawn at most one time in ten', () => {
    const stating = new Set(book.groups.filter((group) => group.facts.length > 0).map(({ name }) => name))
    const forms = new Set(
      book.groups.flatMap(({ families }) => families.filter((one) => one.benchmark).map(({ id }) => id)),
    )
    const composer = composers.find((one) => one.domain === domain)
    const drawn = Array.from({ length: 600 }, (_, seed) => {
      const random = createRandom(seed * 104_729 + 5)
      const problem = composer?.compose(random, { split: 'train', benchmarkShare }, random.next())
      return problem?.families.filter((id) => stating.has(id.split('#')[0] ?? '')) ?? []
    }).flat()

    expect(drawn.filter((id) => forms.has(id)).length / drawn.length).toBeLessThanOrEqual(benchmarkShare)
  })
})
