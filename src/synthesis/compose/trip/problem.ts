import type { RandomSource } from '../../../base/random.ts'
import type { TripContent } from './content.ts'
import type { Register } from './registers.ts'
import { lineSection, type SectionName, saySection } from './sections.ts'
import type { Layout, Telling } from './telling.ts'
import { totalSlots } from './total.ts'
import type { TripWriter } from './writer.ts'

/** Writes the whole problem: sections in some order, running text or lines, with remarks between them. */
export function writeProblem(writer: TripWriter, trip: TripContent, register: Register): void {
  const { random } = writer
  const telling: Telling = {
    writer,
    trip,
    layout: pickLayout(writer),
    events: [...trip.events],
    hasFlightsToTell: true,
    hasEndsToTell: trip.first !== null || trip.last !== null,
    hasTotalToTell: true,
  }
  const isTitled = register.lineShare > 0.4 && random.chance(0.3)
  if (isTitled) writer.write(random.pick(['# ', '', '## '])).put('title', {}, true)
  if (register.isLetter) writer.line().put('greeting', {}, true)
  if (register.isLetter || isTitled) writer.paragraph()
  if (random.chance(register.chatterShare + 0.15)) writer.say('opening', { count: writer.count(trip.cities.length) })
  if (random.chance(0.08)) writer.say('question')

  let wasLines = isTitled
  sectionOrder(random).forEach((name, index) => {
    if (isTold(telling, name)) return
    const isLines = random.chance(register.lineShare)
    if (isLines || wasLines) separate(writer, isLines && wasLines)
    else if (index > 0 && random.chance(register.breakShare)) writer.paragraph()
    if (isLines) lineSection(telling, name)
    else {
      if (name !== 'total' && random.chance(register.chatterShare * 0.2)) writer.say('turn')
      saySection(telling, name)
      remark(telling, register)
    }
    wasLines = isLines
  })
  if (wasLines) separate(writer, false)
  else if (random.chance(register.breakShare)) writer.paragraph()
  finishProblem(telling, register)
}

function isTold(telling: Telling, name: SectionName): boolean {
  if (name === 'events') return telling.events.length === 0
  if (name === 'flights') return !telling.hasFlightsToTell
  if (name === 'ends') return !telling.hasEndsToTell
  return name === 'total' && !telling.hasTotalToTell
}

function separate(writer: TripWriter, isBetweenLists: boolean): void {
  if (isBetweenLists && writer.random.chance(0.4)) writer.line()
  else if (writer.random.chance(0.8)) writer.paragraph()
  else writer.line()
}

function finishProblem(telling: Telling, register: Register): void {
  const { writer } = telling
  const { random } = writer
  if (random.chance(0.4)) writer.say('rules')
  if (random.chance(0.15)) writer.say('total-closing', totalSlots(telling))
  else if (random.chance(0.65)) writer.say('question')
  if (register.isLetter || random.chance(0.1)) {
    if (register.isLetter) writer.paragraph()
    writer.say('closing')
  }
}

/** Something that states no constraint. */
function remark({ writer, trip }: Telling, register: Register): void {
  const { random } = writer
  if (!random.chance(register.chatterShare)) return
  const group = random.pick([
    'chatter',
    'chatter',
    'chatter-city',
    'rules',
    'rules',
    'event-undated',
    'past-stay',
    'past-event',
  ])
  const city = writer.city(group.startsWith('past') ? trip.elsewhere : random.pick(trip.cities).name)
  writer.say(group, { city, days: writer.days(random.integer(2, 9)), ...writer.occasion() })
}

function sectionOrder(random: RandomSource): SectionName[] {
  const usual = random.pick<SectionName[]>([
    ['total', 'stays', 'events', 'ends', 'flights'],
    ['total', 'ends', 'stays', 'events', 'flights'],
    ['stays', 'total', 'events', 'ends', 'flights'],
    ['stays', 'events', 'ends', 'flights', 'total'],
    ['total', 'flights', 'stays', 'events', 'ends'],
    ['total', 'events', 'stays', 'ends', 'flights'],
  ])
  return random.chance(0.3) ? random.shuffle(usual) : usual
}

/** Bullets and headings, the same for the whole problem. */
function pickLayout(writer: TripWriter): Layout {
  const { random, style } = writer
  const mark = random.pick(['- ', '- ', '* ', '• ', '', '', '  - ', '#'])
  const [before, after] = random.pick([
    ['', ':'],
    ['', ':'],
    ['', ':'],
    ['## ', ''],
    ['### ', ''],
    ['**', ':**'],
    ['*', '*:'],
  ] as const)
  const isUpper = !style.isLower && random.chance(0.08)
  const isSpaced = random.chance(0.35)
  return {
    bullet: (index) => (mark === '#' ? `${index + 1}. ` : mark),
    heading: (group) => {
      const words = writer.words(group).replace(/:$/, '')
      const cased = isUpper
        ? words.toUpperCase()
        : style.isLower
          ? words
          : words.charAt(0).toUpperCase() + words.slice(1)
      if (isSpaced) writer.paragraph()
      writer.line().write(`${before}${cased}${after}`).line()
    },
  }
}
