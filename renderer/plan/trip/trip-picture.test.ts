import { describe, expect, it } from 'vitest'
import type { Fact, FactArgument } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import type { Box } from '../picture/picture-model.ts'
import { textWidth } from '../picture/text-width.ts'
import { layGraph } from './flight-graph.ts'
import { overlap } from './place-labels.ts'
import { layTrip } from './trip-layout.ts'
import { layMap } from './trip-map.ts'
import { tripPicture } from './trip-picture.ts'
import { layStrip } from './trip-strip.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

function trip(...stays: [string, number, number][]): Plan {
  const steps = stays.flatMap(([city, fromDay, toDay], index) => {
    const next = stays[index + 1]
    const stay = { action: 'stay', args: { city, fromDay, toDay } }
    return next === undefined ? [stay] : [stay, { action: 'fly', args: { from: city, to: next[0], day: toDay } }]
  })
  return { domain: 'trip', steps }
}

function pictured(plan: Plan, facts: readonly Fact[]) {
  const picture = tripPicture({ plan, facts })
  if (picture === undefined) throw new Error('no picture')
  return picture
}

const long = trip(
  ['Reykjavik', 1, 4],
  ['Copenhagen', 4, 7],
  ['Gdansk', 7, 8],
  ['Prague', 8, 12],
  ['Vienna', 12, 12],
  ['Bratislava', 12, 13],
  ['Ljubljana', 13, 18],
  ['Dubrovnik', 18, 21],
  ['Thessaloniki', 21, 25],
  ['Atlantis', 25, 30],
)
const widths = [300, 420, 620, 1200]

describe('the picture of a trip', () => {
  it('cuts the day of a flight aslant between its two cities', () => {
    const { lines } = layStrip(pictured(trip(['Oslo', 1, 2], ['Rome', 2, 4]), []), 400)

    expect(lines).toHaveLength(1)
    expect(lines[0]?.stays.map(({ path }) => path)).toEqual(['M0 14H144L72 40H0Z', 'M144 14H288L288 40H72Z'])
    expect(lines[0]?.days.filter(({ isShared }) => isShared).map(({ day }) => day)).toEqual([2])
  })

  it('goes on beneath where its days have no room', () => {
    const { lines } = layStrip(pictured(long, []), 300)

    expect(lines.map(({ days }) => [days[0]?.day, days.at(-1)?.day])).toEqual([
      [1, 15],
      [16, 30],
    ])
  })

  it('keeps the names of ten cities apart, narrow and wide', () => {
    for (const width of widths) {
      const { lines } = layStrip(
        pictured(long, [fact('event', 'Vienna', 12, 12), fact('event', 'Bratislava', 12, 13)]),
        width,
      )
      for (const { stays } of lines) {
        const boxes = stays.flatMap(({ name, stay }): Box[] => {
          const needs = textWidth(stay.city, 11)
          return name === undefined ? [] : [{ x: name.x - needs / 2, y: name.y - 9, width: needs, height: 11 }]
        })
        expect(boxes.filter((one, index) => boxes.slice(index + 1).some((other) => overlap(one, other)))).toEqual([])
        expect(boxes.every(({ width: own, x }) => x >= -1 && x + own <= width + 1)).toBe(true)
      }
    }
  })

  it('says which flight is not stated, where flights are', () => {
    const plan = trip(['Oslo', 1, 2], ['Rome', 2, 4], ['Bari', 4, 5])
    const facts = [fact('flight', 'Rome', 'Oslo'), fact('flight_oneway', 'Bari', 'Rome')]

    expect(pictured(plan, facts).legs.map(({ isMissing }) => isMissing)).toEqual([false, true])
    expect(pictured(plan, facts).stays[2]?.label).toContain('No direct flight from Rome to Bari is stated.')
    expect(pictured(plan, []).legs.map(({ isMissing }) => isMissing)).toEqual([false, false])
    expect(pictured(plan, [...facts, fact('all_connected')]).legs.every(({ isMissing }) => !isMissing)).toBe(true)
  })

  it('says of a stay what was asked of it', () => {
    const [stay] = pictured(trip(['Oslo', 1, 3]), [fact('event', 'oslo', 2, 3)]).stays

    expect(stay?.label).toBe('Oslo: days 1 to 3, 3 days. One must be in oslo on days 2 to 3.')
  })
})

describe('the map of a trip', () => {
  it('needs no network, and lists in words what it does not know', () => {
    const map = layMap(pictured(long, []), { width: 400, height: 260 })

    expect(map.land).toMatch(/^M/)
    expect(map.unplaced).toEqual(['Atlantis'])
    expect(map.spots).toHaveLength(9)
    expect(map.legs).toHaveLength(8)
  })

  it('keeps names apart; one that finds no room is told beneath', () => {
    for (const width of widths) {
      const { labels, crowded, spots } = layMap(pictured(long, []), { width, height: width * 0.6 })
      const boxes = labels.map(({ anchor, name, x, y }): Box => {
        const own = textWidth(name, 11)
        const left = anchor === 'start' ? x : anchor === 'end' ? x - own : x - own / 2
        return { x: left, y: y - 9, width: own, height: 12 }
      })
      expect(boxes.filter((one, index) => boxes.slice(index + 1).some((other) => overlap(one, other)))).toEqual([])
      expect(labels.length + crowded.length).toBe(spots.length)
    }
  })

  it('draws a single city and a trip around the world', () => {
    const [alone] = layMap(pictured(trip(['Oslo', 1, 3]), []), { width: 300, height: 200 }).spots
    const world = layMap(pictured(trip(['Tokyo', 1, 2], ['Sydney', 2, 3], ['Lima', 3, 4]), []), {
      width: 300,
      height: 200,
    })

    expect([Math.round(alone?.x ?? 0), Math.round(alone?.y ?? 0)]).toEqual([150, 100])
    for (const { x, y } of world.spots) expect(x > 0 && x < 300 && y > 0 && y < 200).toBe(true)
  })
})

describe('the ring of flights', () => {
  it('has the trip in ink over the flights that are there', () => {
    const facts = [
      fact('flight', 'Oslo', 'Rome'),
      fact('flight_oneway', 'Rome', 'Bari'),
      fact('flight', 'Oslo', 'Bari'),
    ]
    const graph = layGraph(pictured(trip(['Oslo', 1, 2], ['Rome', 2, 4]), facts), { width: 300, height: 200 })

    expect(graph.nodes.map(({ city, isVisited }) => [city, isVisited])).toEqual([
      ['Oslo', true],
      ['Rome', true],
      ['Bari', false],
    ])
    expect(graph.legs).toHaveLength(1)
    expect(graph.others.map(({ isOneWay }) => isOneWay)).toEqual([true, false])
  })

  it('stands beside the map where there is room, else beneath', () => {
    const picture = pictured(long, [fact('flight', 'Oslo', 'Rome')])
    const [narrow, wide] = [layTrip(picture, 320), layTrip(picture, 900)]

    expect(narrow.graphPanel.y).toBeGreaterThan(narrow.mapPanel.y + narrow.mapPanel.height)
    expect(wide.graphPanel).toMatchObject({ y: wide.mapPanel.y, x: (900 - 14) / 2 + 14 })
  })
})
