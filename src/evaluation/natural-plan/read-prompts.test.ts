import { describe, expect, it } from 'vitest'
import { calendarPrompt, meetingPrompt, tripPrompt } from '../test/made-up-problems.ts'
import { readCalendarProblem } from './read-calendar.ts'
import { readMeetingProblem } from './read-meeting.ts'
import { readTripProblem } from './read-trip.ts'

describe('the reference readers of the benchmark', () => {
  it('read a calendar with its typos, its inherited days and its sentences without a name', () => {
    expect(readCalendarProblem(calendarPrompt)).toEqual({
      participants: ['Wilma', 'Bruno', 'Zoe'],
      days: ['Monday', 'Tuesday', 'Friday'],
      work: [540, 1020],
      durationMin: 30,
      busy: [
        { who: 'Wilma', day: 'Monday', start: 540, end: 630 },
        { who: 'Wilma', day: 'Monday', start: 720, end: 750 },
        { who: 'Wilma', day: 'Tuesday', start: 540, end: 1020 },
        { who: 'Zoe', day: 'Monday', start: 630, end: 720 },
        { who: 'Zoe', day: 'Friday', start: 570, end: 1020 },
      ],
      hard_preferences: [
        { who: 'Bruno', kind: 'not_before', day: 'Monday', time: 810 },
        { who: 'Bruno', kind: 'not_on', day: 'Tuesday' },
        { who: 'Zoe', kind: 'not_after', day: 'Monday', time: 960 },
      ],
      objective: 'earliest',
    })
  })

  it('read a trip with flights in one and in both directions', () => {
    expect(readTripProblem(tripPrompt)).toEqual({
      totalDays: 9,
      stays: { Turin: 4, Bergen: 3, Graz: 4 },
      events: [
        { city: 'Turin', from: 1, to: 4 },
        { city: 'Graz', from: 6, to: 9 },
      ],
      flights: [
        ['Turin', 'Bergen'],
        ['Bergen', 'Turin'],
        ['Bergen', 'Graz'],
      ],
    })
  })

  it('read a day of meetings with its travel times', () => {
    const { people, start, travel } = readMeetingProblem(meetingPrompt)

    expect(start).toEqual({ place: 'Harbour', time: 540 })
    expect(people).toEqual([
      { name: 'Wilma', place: 'Old Mill', from: 570, to: 645, min: 45 },
      { name: 'Bruno', place: "King's Cross", from: 480, to: 750, min: 90 },
    ])
    expect(travel['Old Mill']).toEqual({ Harbour: 14, "King's Cross": 9 })
  })

  it('refuse a sentence that the benchmark does not have', () => {
    const strange = 'Wilma hates Mondays.'

    expect(() => readCalendarProblem(calendarPrompt.replace('Tuesday. Zoe', `${strange} Zoe`))).toThrow(strange)
    expect(() => readTripProblem(`${tripPrompt} ${strange}`)).toThrow(strange)
    expect(() => readMeetingProblem(`${meetingPrompt} ${strange}`)).toThrow(strange)
  })
})
