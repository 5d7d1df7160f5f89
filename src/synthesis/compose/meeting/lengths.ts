import type { Friend } from './content.ts'
import type { MeetingWriter } from './writer.ts'

/** How long one wants somebody, who is named. */
export function writeLength(writer: MeetingWriter, friend: Friend): void {
  const who = writer.name(friend.who)
  if (writer.random.chance(0.15)) writer.say('min-adj', { who, length: writer.adjective(friend.lengthMin) })
  else writer.say('min', { who, length: writer.length(friend.lengthMin) })
}

/** Everybody's minimum length, apart from the windows. */
export function writeLengths(writer: MeetingWriter): void {
  const { random, content } = writer
  const friends = random.chance(0.7) ? content.friends : random.shuffle(content.friends)
  const digits = random.chance(0.4)
  const length = (minutes: number) => (digits ? writer.digits(minutes) : writer.length(minutes))
  const alike = new Set(friends.map((friend) => friend.lengthMin)).size < friends.length
  if (alike && random.chance(0.6)) writeAlike(writer, friends)
  else if (friends.length < 2 || random.chance(0.3)) {
    for (const friend of friends) writeLength(writer, friend)
  } else if (random.chance(0.5)) {
    const items = friends.map((friend, index) => ({
      template:
        index === 0 || random.chance(0.3)
          ? '{length} with {who}'
          : random.pick(['{length} with {who}', '{length} for {who}']),
      parts: { who: writer.name(friend.who), length: writer.length(friend.lengthMin) },
    }))
    writer.say('min-list', { items: { items, separator: ', ', lastSeparator: random.pick([' and ', ', and ', ', ']) } })
  } else {
    const template = random.pick([
      '{who} {length}',
      '{who}: {length}',
      '{who} \\({length}\\)',
      '{who} – {length}',
      '{who} {length}',
    ])
    const items = friends.map((friend) => ({
      template,
      parts: { who: writer.name(friend.who), length: length(friend.lengthMin) },
    }))
    const separator = random.pick([', ', '; ', ', '])
    writer.say('min-names', { items: { items, separator, lastSeparator: random.pick([separator, ' and ', ' and ']) } })
  }
}

/** Those who want the same length, together: "Ana and Bob need 30 minutes each". */
function writeAlike(writer: MeetingWriter, friends: readonly Friend[]): void {
  for (const [minutes, alike] of Map.groupBy(friends, (friend) => friend.lengthMin)) {
    const [first] = alike
    if (alike.length === 1 && first !== undefined) {
      writeLength(writer, first)
      continue
    }
    const items = alike.map((friend) => ({ template: '{who}', parts: { who: writer.name(friend.who) } }))
    const lastSeparator = writer.random.pick([' and ', ', and ', ' and ', ' & '])
    writer.say('min-same', { people: { items, separator: ', ', lastSeparator }, length: writer.length(minutes) })
  }
}
