import type { TextRange } from '../../../planning/segment.ts'
import type { Friend } from './content.ts'
import { writeLength, writeLengths } from './lengths.ts'
import { sayAvailableWhole, sayWholeWindow } from './whole-window.ts'
import { friendSlots, type MeetingWriter, type Written, windowKind } from './writer.ts'

/** Who is where and when, all in one sentence; lengths apart. */
export function writePeopleInOneSentence(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const template = out.template('available-item')
  const separator = random.pick([', ', '; ', ', '])
  const items = content.friends.map((friend) => ({ template, parts: friendSlots(writer, friend) }))
  writer.say('available-several', {
    items: { items, separator, lastSeparator: random.pick([separator, ' and ', ', and ']) },
  })
  if (content.lengths === 'all') writer.say('min-all', { length: writer.length(content.commonLengthMin) })
  else writeLengths(writer)
}

/** Where everybody is and for how long one wants them, in sentences. */
export function writePeopleSentences(writer: MeetingWriter): void {
  const { random, content } = writer
  const withLength = (index: number) => content.lengths === 'each' || (content.lengths === 'rest' && index % 3 === 0)
  const common = () => ({ length: writer.length(content.commonLengthMin) })
  const allFirst = content.lengths === 'all' && random.chance(0.5)
  if (allFirst) writer.say('min-all', common())
  const apart = content.lengths === 'each' && random.chance(0.2)
  let spot: Written | undefined
  for (let index = 0; index < content.friends.length; index++) {
    const friend = content.friends[index]
    const next = content.friends[index + 1]
    if (friend === undefined) continue
    if (next !== undefined && together(friend, next) && (apart || !withLength(index)) && random.chance(0.7)) {
      spot = writePair(writer, friend, next)
      index += 1
      if (!apart && withLength(index))
        writer.say('min', { who: writer.name(next.who), length: writer.length(next.lengthMin) })
    } else if (spot?.value === friend.place && windowKind(friend) === '' && random.chance(0.7)) {
      const { who, place: _place, ...window } = friendSlots(writer, friend)
      const at = writer.say('same-place', { who, ...window, place: { value: spot.value, at: spot.at } }).who
      if (withLength(index) && !apart) writeLengthOf(writer, friend, at)
      spot = undefined
    } else {
      spot = writeFriend(writer, friend, withLength(index) && !apart)
    }
    if (random.chance(0.12)) writer.say('chatter-person', { who: writer.name(friend.who) })
    if (content.friends.length > 3 && random.chance(0.2)) writer.endLine()
  }
  if (apart) {
    writer.paragraph(random.pick(['', '', '\n', '\n\n']))
    writeLengths(writer)
  }
  if (content.lengths === 'rest' && content.friends.length > 1) writer.say('min-rest', common())
  if (content.lengths === 'all' && !allFirst) writer.say('min-all', common())
}

const together = (one: Friend, other: Friend) =>
  one.place === other.place &&
  one.fromMin === other.fromMin &&
  one.toMin === other.toMin &&
  one.second === null &&
  other.second === null &&
  one.fromMin !== null &&
  one.toMin !== null

function writePair(writer: MeetingWriter, friend: Friend, next: Friend): Written | undefined {
  const { who: _who, ...window } = friendSlots(writer, friend)
  const items = [friend, next].map((one) => ({ template: '{who}', parts: { who: writer.name(one.who) } }))
  const lastSeparator = writer.random.pick([' and ', ' and ', ' & ', ' as well as '])
  const { place } = writer.say('available-pair', { ...window, people: { items, separator: ', ', lastSeparator } })
  return place && { value: friend.place, at: place }
}

/** One person's place, window and length; says where the place stands. */
function writeFriend(writer: MeetingWriter, friend: Friend, withLength: boolean): Written | undefined {
  const { random } = writer
  const kind = windowKind(friend)
  const slots = friendSlots(writer, friend)
  const way = random.next()
  const spot = (place: TextRange | undefined) => place && { value: friend.place, at: place }
  const two = friend.second !== null
  if (withLength && way < 0.35 && !two) {
    return spot(writer.say(`available${kind}-min`, { ...slots, length: writer.length(friend.lengthMin) }).place)
  }
  if (withLength && way < 0.45) {
    writeLength(writer, friend)
    return spot(writer.say(`available${kind}`, slots).place)
  }
  if (withLength && way < 0.48) {
    const place = sayAvailableWhole(writer, friend)
    if (place !== undefined) return spot(place)
  }
  const ranges = two || way < 0.85 ? writer.say(`available${kind}`, slots) : introduce(writer, friend)
  const whole = withLength && !two && random.chance(0.12) && sayWholeWindow(writer, friend, ranges)
  if (withLength && !whole) writeLengthOf(writer, friend, ranges.who)
  return two ? undefined : spot(ranges.place)
}

function writeLengthOf(writer: MeetingWriter, friend: Friend, who: TextRange | undefined): void {
  if (who === undefined || writer.random.chance(0.5)) return writeLength(writer, friend)
  writer.say('min-pronoun', { ...writer.pronouns(friend, who), length: writer.length(friend.lengthMin) })
}

/** First where someone is, then when: the second sentence has the window only. */
function introduce(writer: MeetingWriter, friend: Friend): Readonly<Record<string, TextRange>> {
  const { who: _who, place: _place, ...window } = friendSlots(writer, friend)
  const { who, place: at } = writer.say('place-intro', {
    who: writer.name(friend.who),
    place: writer.name(friend.place),
  })
  if (who === undefined || at === undefined) throw new RangeError('an introduction names person and place')
  const there = writer.say(`window${windowKind(friend)}-there`, {
    ...window,
    ...writer.pronouns(friend, who),
    place: { value: friend.place, at },
  })
  return { ...there, who, place: at }
}
