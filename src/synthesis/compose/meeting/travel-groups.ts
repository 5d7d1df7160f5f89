import { travelMinutes } from './content.ts'
import { writeTravelDefault } from './travel-rules.ts'
import type { MeetingWriter } from './writer.ts'

/** Places close together without a name for it: every pair of a group is as far apart, all else is further. */
export function writeTravelGroups(writer: MeetingWriter, all: readonly string[]): void {
  const { random } = writer
  const places = random.shuffle(all)
  if (places.length < 4 || places.length > 8) return writeTravelDefault(writer, all)
  const cut = random.integer(2, places.length - 2)
  const groups = [places.slice(0, cut), places.slice(cut)]
  const sayAcross = () => writer.say('group-across', { length: writer.length(random.pick([20, 25, 30, 35, 40, 45])) })
  for (const group of groups) sayGroup(writer, group)
  sayAcross()
}

function sayGroup(writer: MeetingWriter, group: readonly string[]): void {
  const { random, out } = writer
  const items = group.map((place) => ({ template: '{b}', parts: { b: writer.name(place) } }))
  const minutes = travelMinutes(random)
  const ranges = writer.say('group-same', {
    places: { items, separator: ', ', lastSeparator: random.pick([' and ', ', and ', ' and ', ' & ']) },
    length: writer.length(minutes),
  })
  const spots = group.flatMap((value, index) => {
    const at = ranges[`places.b.${index}`]
    return at === undefined ? [] : [{ value, at }]
  })
  const length = ranges['length']
  if (length === undefined) throw new RangeError('a group without its time')
  spots.forEach((one, index) => {
    for (const other of spots.slice(index + 1)) out.fact('travel', [one, other, { value: minutes, at: length }])
  })
}
