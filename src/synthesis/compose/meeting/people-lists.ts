import type { RandomSource } from '../../../base/random.ts'
import type { Slots } from '../../problem-text.ts'
import type { Friend } from './content.ts'
import { writeLengths } from './lengths.ts'
import { friendSlots, type MeetingWriter, windowKind } from './writer.ts'

/** What stands before each item of a list: a mark, a number, nothing. */
export function bulletMaker(random: RandomSource): (index: number) => string {
  const kind = random.pick(['- ', '- ', '* ', '• ', '– ', '', '', '', '1. ', '1) ', '  - '])
  return (index) => (kind.startsWith('1') ? `${index + 1}${kind.slice(1)}` : kind)
}

const hasOwnLength = (writer: MeetingWriter, index: number) =>
  writer.content.lengths === 'each' || (writer.content.lengths === 'rest' && index % 3 === 0)

/** Digits or words with a unit, the same throughout a list. */
function lengthForm(writer: MeetingWriter): (minutes: number) => { value: number; text: string } {
  const form = writer.random.pick(['digits', 'min', 'minutes', 'words', "'"])
  return (minutes) => {
    if (form === 'digits') return { value: minutes, text: String(minutes) }
    if (form === 'words') return { value: minutes, text: writer.length(minutes).text ?? String(minutes) }
    return { value: minutes, text: form === "'" ? `${minutes}min` : `${minutes} ${form}` }
  }
}

/** One line for each friend, all alike. */
export function writePeopleLines(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const bullet = bulletMaker(random)
  const length = lengthForm(writer)
  const whole = out.series('available-min-list')
  const tail = out.series('min-tail')
  const windows = {
    '': out.series('available-list'),
    '-from': out.series('available-from-list'),
    '-to': out.series('available-to-list'),
    '-all': out.series('available-all-list'),
    '-two': out.series('available-two-list'),
    '-two-places': out.series('available-two-places-list'),
  }
  const apart = content.lengths === 'each' && random.chance(0.15)
  const tailed = random.chance(0.3)
  const stop = random.pick(['', '', '', '', '.', ';'])
  writer.endLine()
  content.friends.forEach((friend, index) => {
    out.write(bullet(index))
    const kind = windowKind(friend)
    const slots = friendSlots(writer, friend)
    const own = hasOwnLength(writer, index) && !apart
    if (own && kind === '' && !tailed) whole({ ...slots, length: length(friend.lengthMin) })
    else {
      const { who } = windows[kind](slots)
      if (own && who !== undefined) tail({ who: { value: friend.who, at: who }, length: length(friend.lengthMin) })
    }
    out.write(`${stop}\n`)
  })
  if (apart && random.chance(0.5)) writeLengthLines(writer)
  else if (apart) writeLengths(writer)
  writeCommonLength(writer)
}

function writeLengthLines(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const bullet = bulletMaker(random)
  const length = lengthForm(writer)
  const line = out.series('min-line')
  writer.paragraph(random.pick(['\n', '\n\n']))
  writer.line('min-lines-intro')
  content.friends.forEach((friend, index) => {
    out.write(bullet(index))
    line({ who: writer.name(friend.who), length: length(friend.lengthMin) })
    out.write('\n')
  })
}

function writeCommonLength(writer: MeetingWriter): void {
  const { content } = writer
  const length = writer.length(content.commonLengthMin)
  if (content.lengths === 'all') writer.line('min-all', { length })
  if (content.lengths === 'rest' && content.friends.length > 1) writer.line('min-rest', { length })
}

/** Friends under the place where they are. */
export function writePeopleByPlace(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const bullet = bulletMaker(random)
  const length = lengthForm(writer)
  const whole = out.series('under-place-min')
  const window = out.series('under-place')
  const heading = random.pick([
    '{place}:',
    '{place}:',
    '## {place}',
    '{place} -',
    '*{place}*:',
    'At {place}:',
    '[{place}]',
  ])
  writer.endLine()
  const groups = Map.groupBy(content.friends, (friend) => friend.place)
  for (const [place, friends] of groups) {
    const at = out.layout(heading, { place: writer.name(place) }).place
    if (at === undefined) throw new RangeError('a heading without its place')
    out.write('\n')
    friends.forEach((friend, index) => {
      out.write(bullet(index))
      const slots: Slots = { ...friendSlots(writer, friend), place: { value: place, at } }
      const own = hasOwnLength(writer, content.friends.indexOf(friend))
      if (own) whole({ ...slots, length: length(friend.lengthMin) })
      else window(slots)
      out.write('\n')
    })
  }
  writeCommonLength(writer)
}

/** A small block for each friend, with the name on top. */
export function writePeopleBlocks(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const length = lengthForm(writer)
  const head = out.series('name-heading')
  const block = out.series('under-name')
  const gap = random.chance(0.6) ? '\n' : ''
  writer.endLine()
  for (const friend of content.friends) {
    const { who } = head({ who: writer.name(friend.who) })
    if (who === undefined) throw new RangeError('a heading without its name')
    out.write('\n')
    block({
      ...friendSlots(writer, friend),
      who: { value: friend.who, at: who },
      length: length(friend.lengthMin),
    })
    out.write(`\n${gap}`)
  }
}

/** Blocks and places as headings want a whole window of everybody. */
export const allWindowsWhole = (friends: readonly Friend[]) => friends.every((friend) => windowKind(friend) === '')
