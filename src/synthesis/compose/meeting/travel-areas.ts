import { bulletMaker } from './people-lists.ts'
import { writeTravelDefault } from './travel-rules.ts'
import type { MeetingWriter } from './writer.ts'

const areaNames = [
  ['the old town', 'the harbour district', 'the new town', 'the university quarter'],
  ['the north side', 'the south side', 'the west end', 'the east end'],
  ['downtown', 'midtown', 'uptown', 'the suburbs'],
  ['the left bank', 'the right bank', 'the island'],
  ['Zone 1', 'Zone 2', 'Zone 3', 'Zone 4'],
  ['zone A', 'zone B', 'zone C', 'zone D'],
  ['the centre', 'the outskirts', 'the hills'],
  ['cluster 1', 'cluster 2', 'cluster 3', 'cluster 4'],
  ['Northside', 'Southbank', 'Eastgate', 'Westpark'],
  ['group A', 'group B', 'group C'],
  ['the city', 'the beach', 'the mountains'],
  ['the upper town', 'the lower town', 'the riverside'],
] as const

/** Areas with their places; times within an area and between areas. */
export function writeTravelAreas(writer: MeetingWriter, all: readonly string[]): void {
  const { random, out } = writer
  const places = random.shuffle(all)
  if (places.length < 3) return writeTravelDefault(writer, all)
  const names = random.pick(areaNames)
  const count = Math.min(names.length, places.length >= 6 ? random.integer(2, 4) : 2)
  const areas = names.slice(0, count).map((name, index) => ({
    name: writer.voice.lower ? name.toLowerCase() : name,
    places: places.filter((_, at) => at % count === index),
  }))
  const timesFirst = random.chance(0.2)
  if (timesFirst) writeAreaTimes(writer, areas)
  if (random.chance(0.15)) writeAreaTable(writer, areas)
  else if (random.chance(0.25)) {
    writer.line('area-intro')
    const bullet = bulletMaker(random)
    const line = out.series('area-place-line')
    const members = areas.flatMap((area) => area.places.map((b) => ({ b, area: area.name })))
    const inOrder = [...members].sort((one, other) => all.indexOf(one.b) - all.indexOf(other.b))
    inOrder.forEach((member, index) => {
      out.write(bullet(index))
      line({ b: writer.name(member.b), area: writer.name(member.area) })
      out.write('\n')
    })
  } else {
    if (random.chance(0.3)) writer.say('area-intro')
    for (const area of areas) {
      const items = area.places.map((place) => ({ template: '{b}', parts: { b: writer.name(place) } }))
      if (items.length === 1)
        writer.say('area-single', { b: writer.name(area.places[0] ?? ''), area: writer.name(area.name) })
      else
        writer.say('area-one', {
          area: writer.name(area.name),
          places: { items, separator: ', ', lastSeparator: random.pick([' and ', ', and ', ' and ', ', ']) },
        })
    }
  }
  if (!timesFirst) writeAreaTimes(writer, areas)
}

/** A table of places and their areas. */
function writeAreaTable(writer: MeetingWriter, areas: readonly { name: string; places: readonly string[] }[]): void {
  const { random, out } = writer
  const [open, between, close] = random.pick([
    ['| ', ' | ', ' |'],
    ['', '\t', ''],
    ['', ', ', ''],
  ] as const)
  writer.endLine()
  out.write(open)
  out.phrase('column-place')
  out.write(between)
  out.phrase('column-area')
  out.write(`${close}\n`)
  if (open !== '') out.write('| --- | --- |\n')
  for (const area of areas) {
    for (const place of area.places) {
      out.write(open)
      const b = { value: place, at: out.writeRange(place) }
      out.write(between)
      out.fact('area', [b, { value: area.name, at: out.writeRange(area.name) }])
      out.write(`${close}\n`)
    }
  }
}

function writeAreaTimes(writer: MeetingWriter, areas: readonly { readonly name: string }[]): void {
  const { random } = writer
  const near = () => writer.length(random.pick([3, 5, 6, 8, 10, 12, 15]))
  const far = () => writer.length(random.pick([20, 25, 30, 35, 40, 45, 50, 60]))
  const way = random.next()
  if (way < 0.35) return void writer.say('within-across', { length: near(), other: far() })
  if (way < 0.45) {
    for (const area of areas) writer.say('within-area', { area: writer.name(area.name), length: near() })
    return void writer.say('travel-default-rest', { length: far() })
  }
  if (way < 0.7) writer.say('within', { length: near() })
  else for (const area of areas) writer.say('within-area', { area: writer.name(area.name), length: near() })
  if (areas.length === 2 && random.chance(0.5)) {
    const [one, other] = areas
    writer.say('across-area', {
      one: writer.name(one?.name ?? ''),
      other: writer.name(other?.name ?? ''),
      length: far(),
    })
  } else if (random.chance(0.6)) writer.say('across', { length: far() })
  else
    areas.forEach((one, index) => {
      for (const other of areas.slice(index + 1))
        writer.say('across-area', { one: writer.name(one.name), other: writer.name(other.name), length: far() })
    })
}
