import { describe, expect, it } from 'vitest'
import type { Fact, FactArgument } from '../../../src/planning/fact.ts'
import type { Plan } from '../../../src/planning/plan.ts'
import { layMeeting } from './meeting-layout.ts'
import { meetingAxis, meetingPicture } from './meeting-picture.ts'

const fact = (predicate: string, ...args: FactArgument[]): Fact => ({ predicate, args })

const facts = [
  fact('start', 'the station', 540),
  fact('available', 'Carla', 'Harbour', 600, 720),
  fact('available', 'Dmitri', 'Museum', null, 780),
  fact('available', 'Farid', 'Museum', 610, 620),
]
const day: Plan = {
  domain: 'meeting',
  steps: [
    { action: 'start', args: { place: 'the station', timeMin: 540 } },
    { action: 'travel', args: { to: 'Harbour', lengthMin: 15, arriveMin: 555 } },
    { action: 'wait', args: { untilMin: 600 } },
    { action: 'meet', args: { person: 'Carla', startMin: 600, endMin: 660 } },
    { action: 'travel', args: { to: 'Museum', lengthMin: 10, arriveMin: 670 } },
    { action: 'meet', args: { person: 'Dmitri', startMin: 670, endMin: 715 } },
  ],
}

describe('the picture of a day of meetings', () => {
  it('has a lane for the start and for each person, met or not', () => {
    const picture = meetingPicture({ plan: day, facts })

    expect(picture?.lanes.map(({ person, place, visit }) => [person, place, visit?.startMin])).toEqual([
      [undefined, 'the station', undefined],
      ['Carla', 'Harbour', 600],
      ['Dmitri', 'Museum', 670],
      ['Farid', 'Museum', undefined],
    ])
    expect(picture?.lanes[3]?.label).toBe('Farid can be met at Museum from 10:10 to 10:20. Not met in this plan.')
  })

  it('goes from lane to lane, with ways and waiting', () => {
    const picture = meetingPicture({ plan: day, facts })

    expect(
      picture?.visits.map(({ fromLane, lane, visit }) => [fromLane, lane, visit.leaveMin, visit.arriveMin]),
    ).toEqual([
      [0, 1, 540, 555],
      [1, 2, 660, 670],
    ])
    expect(picture?.lanes[1]?.label).toBe(
      'Carla can be met at Harbour from 10:00 to 12:00. 15 minutes on the way from the station, there at 9:15. ' +
        'Then 45 minutes of waiting. Met from 10:00 to 11:00, 60 minutes.',
    )
  })

  it('two people at one place are met without a way between', () => {
    const steps = [...day.steps, { action: 'meet', args: { person: 'Farid', startMin: 715, endMin: 725 } }]
    const picture = meetingPicture({ plan: { domain: 'meeting', steps }, facts })

    expect(picture?.visits[2]).toMatchObject({ fromLane: 2, lane: 3, visit: { hasWay: false, arriveMin: 715 } })
  })

  it('a step is quiet only with its way and waiting', () => {
    const picture = meetingPicture({ plan: day, facts, quietSteps: new Set([0, 1, 2, 3, 5]) })

    expect(picture?.visits.map(({ isQuiet }) => isQuiet)).toEqual([true, false])
  })

  it('puts the same time and person at the same place on a shared axis', () => {
    const late = {
      domain: 'meeting',
      steps: [{ action: 'meet', args: { person: 'Zoe', startMin: 1000, endMin: 1100 } }],
    }
    const axis = meetingAxis([
      { plan: day, facts },
      { plan: late, facts: [] },
    ])
    const [one, other] = [meetingPicture({ plan: day, facts, axis }), meetingPicture({ plan: late, facts: [], axis })]

    expect(axis).toMatchObject({ from: 540, to: 1100 })
    expect(one?.lanes.map(({ key }) => key)).toEqual(other?.lanes.map(({ key }) => key))
  })

  it('stays within its width, narrow and wide', () => {
    const picture = meetingPicture({ plan: day, facts })
    if (picture === undefined) throw new Error('no picture')
    for (const width of [300, 420, 1200]) {
      const { at, nameWidth } = layMeeting(picture, width)
      expect(at(540)).toBe(nameWidth)
      expect(at(picture.axis.to)).toBeLessThanOrEqual(width)
      expect(nameWidth).toBeLessThanOrEqual(width * 0.31)
    }
  })
})
