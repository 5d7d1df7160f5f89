import { allWays } from './travel-pairs.ts'
import { friendSlots, type MeetingWriter } from './writer.ts'

/** The whole layout of a NATURAL PLAN meeting problem, with our own names and numbers. */
export function writeBenchmarkForm(writer: MeetingWriter): void {
  const { content, out } = writer
  const both = allWays(writer, content.places, false).flatMap((way) => [
    { ...way },
    { ...way, a: way.b, b: way.a, lengthMin: way.backMin },
  ])
  both.sort((one, other) => content.places.indexOf(one.a) - content.places.indexOf(other.a))
  writer.line('opening')
  out.write('\n')
  writer.line('travel-intro')
  for (const way of both)
    writer.line('travel-line', { a: writer.name(way.a), b: writer.name(way.b), n: writer.digits(way.lengthMin) })
  out.write('\n')
  writer.say('constraints-heading')
  writer.say('start', { place: writer.name(content.start.place), time: writer.clock(content.start.timeMin) })
  for (const friend of content.friends) {
    writer.say('available', friendSlots(writer, friend))
    writer.say('min', {
      who: writer.name(friend.who),
      length: { value: friend.lengthMin, text: `${friend.lengthMin} minutes` },
    })
  }
  writer.paragraph('\n\n')
  writer.line('question')
}
