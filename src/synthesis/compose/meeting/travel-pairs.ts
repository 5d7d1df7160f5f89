import { travelMinutes } from './content.ts'
import { bulletMaker } from './people-lists.ts'
import type { MeetingWriter, Written } from './writer.ts'

/** One way and its minutes. */
export interface Way {
  readonly a: string
  readonly b: string
  readonly lengthMin: number
  readonly backMin: number
}

/** Every pair once, with the way there and the way back. */
export function allWays(writer: MeetingWriter, places: readonly string[], symmetric: boolean): Way[] {
  const { random } = writer
  return places.flatMap((a, index) =>
    places.slice(index + 1).map((b) => {
      const lengthMin = travelMinutes(random)
      const backMin = symmetric || random.chance(0.25) ? lengthMin : Math.max(2, lengthMin + random.integer(-5, 5))
      return { a, b, lengthMin, backMin }
    }),
  )
}

/** Both directions of every way, as a list from each origin. */
function directed(ways: readonly Way[], places: readonly string[]): { a: string; b: string; lengthMin: number }[] {
  const both = ways.flatMap(({ a, b, lengthMin, backMin }) => [
    { a, b, lengthMin },
    { a: b, b: a, lengthMin: backMin },
  ])
  return both.sort((one, other) => places.indexOf(one.a) - places.indexOf(other.a))
}

/** A line for each direction, or for each pair, or for each pair with its way back. */
export function writeTravelLines(writer: MeetingWriter, places: readonly string[]): void {
  const { random, out } = writer
  const kind = random.pick(['line', 'line', 'line', 'line-back', 'line-both', 'line-both'] as const)
  const ways = allWays(writer, places, kind === 'line-both')
  const items: readonly (Omit<Way, 'backMin'> & { readonly backMin?: number })[] =
    kind === 'line' ? directed(ways, places) : ways
  const gaps = random.chance(0.1) ? 0.2 : 0
  const kept = items.filter(() => !random.chance(gaps))
  const listed = kept.length > 0 ? kept : items
  const ordered = random.chance(0.15) ? random.shuffle(listed) : listed
  const bullet = bulletMaker(random)
  const stop = random.pick(['', '', '.', ';'])
  const write = out.series(`travel-${kind}`)
  writer.endLine()
  ordered.forEach((way, index) => {
    out.write(bullet(index))
    write({
      a: writer.name(way.a),
      b: writer.name(way.b),
      n: writer.digits(way.lengthMin),
      m: writer.digits(way.backMin ?? 0),
    })
    out.write(`${stop}\n`)
  })
}

/** All pairs in one breath. */
export function writeTravelInline(writer: MeetingWriter, places: readonly string[]): void {
  const { random } = writer
  const both = random.chance(0.7)
  const ways = allWays(writer, places, true)
  const items = both ? ways : directed(ways, places)
  const template = random.pick(
    both
      ? [
          '{a}–{b} {n}',
          '{a}-{b} {n}',
          '{a} – {b}: {n}',
          '{a}/{b} {n}',
          '{a} and {b} {n}',
          '{a} to {b} {n}',
          '{a}–{b} {n} min',
        ]
      : ['{a} to {b} {n}', '{a}→{b} {n}', '{a} -> {b} {n}', 'from {a} to {b} {n}', '{a} to {b}: {n} min'],
  )
  const separator = random.pick([', ', '; ', ', '])
  writer.say(both && random.chance(0.5) ? 'travel-inline-both' : 'travel-inline', {
    pairs: {
      items: items.map((way) => ({
        template,
        parts: { a: writer.name(way.a), b: writer.name(way.b), n: writer.digits(way.lengthMin) },
      })),
      separator,
      lastSeparator: random.pick([separator, separator, ' and ']),
    },
  })
}

/** Sentences, one way each; for a few places only. */
export function writeTravelSentences(writer: MeetingWriter, places: readonly string[]): void {
  const { random } = writer
  for (const way of allWays(writer, places, random.chance(0.5))) {
    const slots = { a: writer.name(way.a), b: writer.name(way.b), length: writer.length(way.lengthMin) }
    if (way.backMin !== way.lengthMin)
      writer.say('travel-sentence-back', { ...slots, back: writer.length(way.backMin) })
    else if (random.chance(0.15)) writer.say('travel-adj', { ...slots, length: writer.adjective(way.lengthMin) })
    else writer.say(random.chance(0.4) ? 'travel-sentence-both' : 'travel-sentence', slots)
  }
}

/** For each origin its ways: "Ueno: Ginza 10, Ebisu 15". */
export function writeTravelFrom(writer: MeetingWriter, places: readonly string[]): void {
  const { random, out } = writer
  const symmetric = random.chance(0.6)
  const ways = allWays(writer, places, symmetric)
  const all = symmetric ? ways : directed(ways, places)
  const bullet = bulletMaker(random)
  const lengthFirst = random.chance(0.4)
  const inSentences = random.chance(0.5)
  const template = random.pick(
    lengthFirst
      ? ['{length} to {b}']
      : [
          '{b} {length}',
          '{b} {length}',
          '{b}: {length}',
          '{b} \\({length}\\)',
          '{b} in {length}',
          '{b} – {length}',
          '{b} {length} min',
        ],
  )
  const digits = template.endsWith('min') || random.chance(0.5)
  const separator = random.pick([', ', '; ', ', '])
  const lastSeparator = random.pick([separator, ' and ', ', and '])
  const group = lengthFirst ? 'travel-from-to' : 'travel-from'
  const series = out.series(group)
  let index = 0
  if (!inSentences) writer.endLine()
  for (const [a, from] of Map.groupBy(all, (way) => way.a)) {
    const items = from.map((way) => ({
      template,
      parts: { b: writer.name(way.b), length: digits ? writer.digits(way.lengthMin) : writer.length(way.lengthMin) },
    }))
    const slots = { a: writer.name(a), hops: { items, separator, lastSeparator } }
    if (inSentences) writer.say(group, slots)
    else {
      out.write(bullet(index++))
      series(slots)
      out.write('\n')
    }
  }
}

/** A heading for each origin, a line for each way. */
export function writeTravelUnderFrom(writer: MeetingWriter, places: readonly string[]): void {
  const { random, out } = writer
  const symmetric = random.chance(0.4)
  const ways = allWays(writer, places, symmetric)
  const all = symmetric ? ways : directed(ways, places)
  const head = out.series('from-heading')
  const line = out.series('under-from')
  const bullet = bulletMaker(random)
  const gap = random.chance(0.4) ? '\n' : ''
  writer.endLine()
  for (const [a, from] of Map.groupBy(all, (way) => way.a)) {
    const at = head({ a: writer.name(a) }).a
    if (at === undefined) throw new RangeError('a heading without its place')
    out.write('\n')
    from.forEach((way, index) => {
      out.write(bullet(index))
      line({ a: { value: a, at }, b: writer.name(way.b), n: writer.digits(way.lengthMin) })
      out.write('\n')
    })
    out.write(gap)
  }
}

/** A table with the origins down and the destinations across; the lower half may be left out. */
export function writeTravelMatrix(writer: MeetingWriter, places: readonly string[]): void {
  const { random, out } = writer
  const half = random.chance(0.3)
  const ways = allWays(writer, places, half || random.chance(0.6))
  const table = new Map(directed(ways, places).map((way) => [`${way.a}|${way.b}`, way.lengthMin]))
  const empty = random.pick(['-', '–', '', '0', 'x', '·'].slice(0, 3))
  const isMarkdown = random.chance(0.75)
  const [open, between, close] = isMarkdown
    ? ['| ', ' | ', ' |']
    : random.pick([
        ['', ',', ''],
        ['', '\t', ''],
        ['', ';', ''],
      ] as const)
  writer.endLine()
  out.write(open)
  if (isMarkdown || random.chance(0.4)) out.phrase('column-corner')
  const heads: Written[] = places.map((place) => {
    out.write(between)
    return { value: place, at: out.writeRange(place) }
  })
  out.write(`${close}\n`)
  if (isMarkdown) out.write(`|${' --- |'.repeat(places.length + 1)}\n`)
  places.forEach((a, row) => {
    out.write(open)
    const from: Written = { value: a, at: out.writeRange(a) }
    places.forEach((b, column) => {
      out.write(between)
      const minutes = table.get(`${a}|${b}`)
      const to = heads[column]
      if (minutes === undefined || to === undefined || (half && column < row)) out.write(empty)
      else out.fact('travel', [from, to, { value: minutes, at: out.writeRange(String(minutes)) }])
    })
    out.write(`${close}\n`)
  })
}

/** A table with a row for each way: from, to, minutes. */
export function writeTravelTable(writer: MeetingWriter, places: readonly string[]): void {
  const { random, out } = writer
  const symmetric = random.chance(0.4)
  const ways = allWays(writer, places, symmetric)
  const items = symmetric ? ways : directed(ways, places)
  const [open, between, close] = random.pick([
    ['| ', ' | ', ' |'],
    ['', '\t', ''],
    ['', ',', ''],
    ['', ' | ', ''],
  ] as const)
  writer.endLine()
  out.write(open)
  for (const [index, column] of ['origin', 'target', 'minutes'].entries()) {
    if (index > 0) out.write(between)
    out.phrase(`column-${column}`)
  }
  out.write(`${close}\n`)
  if (open !== '') out.write('| --- | --- | --- |\n')
  for (const way of items) {
    out.write(open)
    out.layout(
      `{a}${between.replace('|', '\\|')}{b}${between.replace('|', '\\|')}{n}`,
      { a: writer.name(way.a), b: writer.name(way.b), n: writer.digits(way.lengthMin) },
      [{ predicate: 'travel', args: ['a', 'b', 'n'] }],
    )
    out.write(`${close}\n`)
  }
}
