import type { SlotValue } from '../../problem-text.ts'
import { travelMinutes } from './content.ts'
import { bulletMaker } from './people-lists.ts'
import type { MeetingWriter, Written } from './writer.ts'

/** One time for every trip, and what differs from it. */
export function writeTravelDefault(writer: MeetingWriter, places: readonly string[]): void {
  const { random } = writer
  const length = writer.length(travelMinutes(random))
  const other = () => writer.length(travelMinutes(random))
  const [a = '', b = '', c = '', d = ''] = random.shuffle(places)
  const way = random.next()
  if (places.length < 3 || way < 0.3) writer.say('travel-default', { length })
  else if (way < 0.35) {
    for (const place of [a, b, c].slice(0, random.integer(2, 3)))
      writer.say('travel-at', { place: writer.name(place), length: other() })
    writer.say('travel-default-rest', { length })
  } else if (way < 0.5) {
    writer.say('travel-default-except', { length, a: writer.name(a), b: writer.name(b), other: other() })
  } else if (way < 0.65) {
    writer.say('travel-default-except-at', { length, place: writer.name(a), other: other() })
  } else if (way < 0.8) {
    writer.say('travel-default', { length })
    writer.say('travel-at', { place: writer.name(a), length: other() })
  } else {
    const pairs = random.sample(
      [
        [a, b],
        [c, a],
        [b, d],
        [a, d],
        [c, b],
      ] as const,
      random.integer(1, 4),
    )
    const named = pairs.filter(([from, to]) => from !== '' && to !== '')
    const restFirst = random.chance(0.3)
    if (c !== '' && random.chance(0.25)) return writeFarFromSeveral(writer, length, [a, b, c, d])
    if (restFirst) writer.say('travel-default', { length })
    for (const [from, to] of named)
      writer.say(random.pick(['travel-sentence', 'travel-sentence-both']), {
        a: writer.name(from),
        b: writer.name(to),
        length: other(),
      })
    if (random.chance(0.3))
      writer.say('travel-at', { place: writer.name(random.pick([c, d].filter((one) => one !== ''))), length: other() })
    if (!restFirst) writer.say('travel-default-rest', { length })
  }
}

/** One place as far from several others, all else alike. */
function writeFarFromSeveral(writer: MeetingWriter, length: SlotValue, places: readonly string[]): void {
  const [far = '', ...others] = places.filter((place) => place !== '')
  const items = others.map((place) => ({ template: '{a}', parts: { a: writer.name(place) } }))
  writer.say('travel-to-list', {
    b: writer.name(far),
    length: writer.length(travelMinutes(writer.random)),
    origins: { items, separator: ', ', lastSeparator: writer.random.pick([' and ', ' or ', ', and ']) },
  })
  writer.say('travel-default-rest', { length })
}

/** Stops on one line, leg by leg, or all legs alike. */
export function writeTravelLine(writer: MeetingWriter, all: readonly string[]): void {
  const { random } = writer
  const stops = random.shuffle(all)
  if (stops.length < 2) return writeTravelDefault(writer, all)
  if (random.chance(0.3)) writeEvenLegs(writer, stops)
  else if (random.chance(0.25)) writeLegsAsArrows(writer, stops)
  else writeLegs(writer, stops)
  if (random.chance(0.6)) writer.say('line-note')
}

function writeLegs(writer: MeetingWriter, stops: readonly string[]): void {
  const { random, out } = writer
  let at: Written | undefined
  if (random.chance(0.2)) {
    const items = stops.map((stop) => ({ template: '{b}', parts: { b: writer.name(stop) } }))
    writer.say('line-order', { stops: { items, separator: ', ', lastSeparator: random.pick([', ', ' and ']) } })
  }
  writer.beginSentence()
  stops.slice(1).forEach((b, index) => {
    const slots = { b: writer.name(b), length: writer.length(travelMinutes(random)) }
    const last = index === stops.length - 2
    const from: SlotValue = at ?? writer.name(stops[0] ?? '')
    const group = index === 0 ? 'line-first' : last ? 'line-last' : 'line-next'
    const start = out.length
    const ranges = out.phrase(group, { ...slots, a: from })
    if (index === 0 && !writer.voice.chat) out.capitalize(start)
    if (ranges.b === undefined) throw new RangeError('a leg without its end')
    at = { value: b, at: ranges.b }
    if (index === 0 && last) out.write('.')
  })
}

function writeEvenLegs(writer: MeetingWriter, stops: readonly string[]): void {
  const { random, out } = writer
  const lengthFirst = random.chance(0.3)
  const length = writer.length(travelMinutes(random))
  const items = stops.map((stop) => ({ template: '{b}', parts: { b: writer.name(stop) } }))
  const separator = random.pick([', ', ' – ', ' - ', ', ', ' → '])
  const sayStops = () =>
    writer.say('line-stops', {
      stops: {
        items,
        separator,
        lastSeparator: separator === ', ' ? random.pick([', ', ' and ', ', and ']) : separator,
      },
    })
  const sayLegs = () => writer.say('line-legs', { length }).length
  const before = lengthFirst ? sayLegs() : undefined
  const ranges = sayStops()
  const at = before ?? sayLegs()
  stops.slice(1).forEach((stop, index) => {
    const from = ranges[`stops.b.${index}`]
    const to = ranges[`stops.b.${index + 1}`]
    if (from === undefined || to === undefined || at === undefined) throw new RangeError('a stop that is not written')
    out.fact('travel', [
      { value: stops[index] ?? '', at: from },
      { value: stop, at: to },
      { ...length, at },
    ])
  })
}

/** "Ueno –10– Ginza –5– Ebisu". */
function writeLegsAsArrows(writer: MeetingWriter, stops: readonly string[]): void {
  const { random, out } = writer
  const [open, close] = random.pick([
    [' –', '– '],
    [' --', '-- '],
    [' -(', ')- '],
    [' (', ') '],
    [' —', '→ '],
    [' <', '> '],
    [', ', ', '],
    [' ', ' '],
  ] as const)
  const unit = random.pick(['', '', ' min'])
  writer.endLine()
  let from: Written | undefined
  let length: Written | undefined
  stops.forEach((stop, index) => {
    const here: Written = { value: stop, at: out.writeRange(stop) }
    if (from !== undefined && length !== undefined) out.fact('travel', [from, here, length])
    from = here
    if (index === stops.length - 1) return
    const minutes = travelMinutes(random)
    out.write(open)
    length = { value: minutes, at: out.writeRange(String(minutes)) }
    out.write(`${unit}${close}`)
  })
  out.write('\n')
}

/** Everything by way of one place. */
export function writeTravelHub(writer: MeetingWriter, all: readonly string[]): void {
  const { random } = writer
  const [hub = '', ...spokes] = random.shuffle(all)
  if (spokes.length === 0) return writeTravelDefault(writer, all)
  if (random.chance(0.25)) return writeSpokeLines(writer, hub, spokes)
  const template = random.pick(
    ['{length} to {b}', '{length} to {b}', '{b} {length}', '{b} \\({length}\\)', '{length} from {b}'].slice(0, 4),
  )
  const items = spokes.map((b) => ({
    template,
    parts: { b: writer.name(b), length: writer.length(travelMinutes(random)) },
  }))
  writer.say('hub', {
    hub: writer.name(hub),
    spokes: { items, separator: ', ', lastSeparator: random.pick([', ', ' and ', ', and ']) },
  })
  if (random.chance(0.5)) writer.say('hub-note')
}

/** A line for each spoke, under a sentence that names the hub. */
function writeSpokeLines(writer: MeetingWriter, hub: string, spokes: readonly string[]): void {
  const { random, out } = writer
  writer.line('hub-intro', { hub: writer.name(hub) })
  const bullet = bulletMaker(random)
  const line = out.series(random.pick(['travel-line-both', 'travel-line-both', 'travel-line']))
  spokes.forEach((spoke, index) => {
    out.write(bullet(index))
    line({ a: writer.name(hub), b: writer.name(spoke), n: writer.digits(travelMinutes(random)) })
    out.write('\n')
  })
  if (random.chance(0.4)) writer.say('hub-note')
}
