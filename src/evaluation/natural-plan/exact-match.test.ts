import { describe, expect, it } from 'vitest'
import { calendarRecord, meetingPrompt, meetingRecord, tripRecord } from '../test/made-up-problems.ts'
import { calendarMatches, friendsMet, tripMatches } from './exact-match.ts'
import { readMeetingProblem } from './read-meeting.ts'

const golden = calendarRecord.golden_plan

describe('the score of a calendar', () => {
  it('wants the same day and times, whatever stands around them', () => {
    expect(calendarMatches('I propose Monday, 13:30 - 14:00.', golden)).toBe(true)
    expect(calendarMatches('Here is the proposed time: Monday, 14:00 - 14:30 ', golden)).toBe(false)
    expect(calendarMatches('Here is the proposed time: Friday, 13:30 - 14:00 ', golden)).toBe(false)
    expect(calendarMatches('No time suits everyone.', golden)).toBe(false)
  })
})

describe('the score of a trip', () => {
  it('wants the same cities in the same order for the same days', () => {
    const answer = tripRecord.golden_plan

    expect(tripMatches(answer, tripRecord)).toBe(true)
    expect(tripMatches(answer, { ...tripRecord, cities: 'Bergen**Turin**Graz' })).toBe(false)
    expect(tripMatches(answer, { ...tripRecord, durations: '4**4**3' })).toBe(false)
    expect(tripMatches('', tripRecord)).toBe(false)
  })

  it('reads only the first plan of an answer', () => {
    const second = '\n**Day 1-9:** Visit Oslo for 9 days.\n**Day 9:** Fly from Oslo to Rome.'

    expect(tripMatches(tripRecord.golden_plan + second, tripRecord)).toBe(true)
  })
})

describe('the score of a day of meetings', () => {
  const problem = readMeetingProblem(meetingPrompt)
  const steps = meetingRecord.golden_plan
  const met = (...lines: readonly string[]) => friendsMet(`SOLUTION: ${lines.join(' ')}`, problem)

  it('counts the friends met', () => {
    expect(met(...steps)).toBe(2)
    expect(met(...steps.slice(0, 4))).toBe(1)
    expect(met(...steps.slice(0, 1))).toBe(0)
  })

  it('refuses what can not be done', () => {
    expect(met(...steps.toSpliced(2, 1))).toBeUndefined()
    expect(met(...steps.toSpliced(4, 1))).toBeUndefined()
    expect(met(...steps, 'You meet Wilma for 45 minutes from 1:00PM to 1:45PM.')).toBeUndefined()
    expect(met(...steps, 'You take a nap.')).toBeUndefined()
    expect(met(...steps, 'You wait until 9:00AM.')).toBeUndefined()
  })
})
