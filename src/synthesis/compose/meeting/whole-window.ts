import type { TextRange } from '../../../planning/segment.ts'
import type { Friend } from './content.ts'
import { friendSlots, type MeetingWriter, type Written, windowKind } from './writer.ts'

/** " until ": anything longer between two times is more than a window's own words. */
const longestConnector = 7

/** The window as a length: "10:15 to 11:45" is an hour and a half. Undefined where its words don't stand together. */
function windowLength(
  writer: MeetingWriter,
  friend: Friend,
  ranges: Readonly<Record<string, TextRange>>,
): Written | undefined {
  const { from, to } = ranges
  if (from === undefined || to === undefined || friend.fromMin === null || friend.toMin === null) return undefined
  const gap = to.start - from.end
  if (writer.voice.clock === 'words' || gap < 1 || gap > longestConnector) return undefined
  return { value: friend.toMin - friend.fromMin, at: { start: from.start, end: to.end } }
}

/** "I want all of it", after a sentence with the window; says whether it was written. */
export function sayWholeWindow(
  writer: MeetingWriter,
  friend: Friend,
  ranges: Readonly<Record<string, TextRange>>,
): boolean {
  const length = windowLength(writer, friend, ranges)
  if (length === undefined || ranges.who === undefined) return false
  writer.say('min-whole', { ...writer.pronouns(friend, ranges.who), length: { value: length.value, at: length.at } })
  return true
}

/** Window and "all of it" in one sentence; undefined where the window is open or in words. */
export function sayAvailableWhole(writer: MeetingWriter, friend: Friend): TextRange | undefined {
  if (windowKind(friend) !== '' || writer.voice.clock === 'words') return undefined
  const ranges = writer.say('available-whole', friendSlots(writer, friend))
  const length = windowLength(writer, friend, ranges)
  if (length === undefined || ranges.who === undefined) throw new RangeError('a window in more than its own words')
  writer.out.fact('meet_min', [{ value: friend.who, at: ranges.who }, length])
  return ranges.place
}
