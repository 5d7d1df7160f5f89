import type { RandomSource } from '../../base/random.ts'
import phraseFile from '../../domains/meeting/phrases.json' with { type: 'json' }
import { PhraseBook, type PhraseChoice } from '../phrase-book.ts'
import { type ComposedProblem, ProblemText } from '../problem-text.ts'
import { pickClockStyle } from '../surfaces.ts'
import { writeBenchmarkForm } from './meeting/benchmark-form.ts'
import { lowerNames, meetingContent } from './meeting/content.ts'
import { allWindowsWhole, writePeopleBlocks, writePeopleByPlace, writePeopleLines } from './meeting/people-lists.ts'
import { writePeopleInOneSentence, writePeopleSentences } from './meeting/people-sentences.ts'
import { writePeopleTable } from './meeting/people-table.ts'
import { writeTravel } from './meeting/travel.ts'
import { MeetingWriter, type Voice } from './meeting/writer.ts'

export const meetingPhrases = new PhraseBook(phraseFile)

/** A day of meetings in one town, as somebody might write it down. */
export function composeMeeting(random: RandomSource, choice: PhraseChoice, difficulty: number): ComposedProblem {
  const benchmark = random.chance(choice.benchmarkShare)
  const voice = benchmark
    ? { clock: 'h:mmAM' as const, chat: false, lower: false, sharesHalf: false }
    : pickVoice(random)
  const unmarked = voice.clock === 'bare' || voice.clock === 'words'
  const content = meetingContent({
    random,
    split: choice.split,
    difficulty,
    latestMin: unmarked ? 1080 : random.pick([1080, 1200, 1320]),
    openWindows: !benchmark && random.chance(0.6),
  })
  const out: ProblemText = new ProblemText({
    book: meetingPhrases,
    random,
    choice: { split: choice.split, benchmarkShare: benchmark ? 1 : choice.benchmarkShare / 4 },
    noise: (literal) => hand(literal.startsWith('.') && out.endsWith('.') ? literal.slice(1) : literal, voice),
  })
  const writer = new MeetingWriter({ out, random, content: voice.lower ? lowerNames(content) : content, voice })
  if (benchmark) writeBenchmarkForm(writer)
  else if (voice.chat) writeChat(writer)
  else writeLetter(writer)
  const problem = out.finish('meeting')
  return { ...problem, text: problem.text.trimEnd() }
}

function pickVoice(random: RandomSource): Voice {
  const chat = random.chance(0.15)
  const clock = random.chance(0.12) ? ('h:mmAM' as const) : pickClockStyle(random)
  return { clock, chat, lower: chat && random.chance(0.4), sharesHalf: random.chance(0.25) }
}

/** No full stop ends a chat line; some never use capitals. */
function hand(literal: string, voice: Voice): string {
  if (!voice.chat) return literal
  const bare = literal.replace(/\.$/, '')
  return voice.lower ? bare.toLowerCase() : bare
}

const sections = ['start', 'people', 'travel'] as const
type Section = (typeof sections)[number]

function sectionOrder(random: RandomSource): Section[] {
  return random.chance(0.55)
    ? random.pick([
        ['start', 'people', 'travel'],
        ['start', 'travel', 'people'],
      ])
    : random.shuffle(sections)
}

/** Greeting, sections in some order, closing; sections in sentences, lists, tables or under headings. */
function writeLetter(writer: MeetingWriter): void {
  const { random, out } = writer
  const mail = random.chance(0.25)
  if (mail && random.chance(0.3)) writer.line('subject')
  if (mail) {
    writer.line('greeting')
    if (random.chance(0.6)) out.write('\n')
  } else if (random.chance(0.06)) writer.line('subject')
  if (random.chance(0.75)) writer.say('opening')
  if (random.chance(0.25)) writer.say('goal')
  if (random.chance(0.1)) writer.say('rules')
  const gap = random.pick(['', '\n', '\n\n', '\n\n'] as const)
  const headed = random.chance(0.25) ? random.pick(['# ', '## ', '**', ':', ':', ':']) : undefined
  for (const section of sectionOrder(random)) {
    if (headed !== undefined) writeSectionHeading(writer, section, headed)
    else writer.paragraph(gap)
    writeSection(writer, section)
    if (random.chance(0.08)) writer.say('chatter')
  }
  if (headed !== undefined && random.chance(0.5)) writeSectionHeading(writer, 'rest', headed)
  else writer.paragraph(headed === undefined ? gap : '\n\n')
  if (random.chance(0.25)) writer.say('goal')
  if (random.chance(0.25)) writer.say('rules')
  if (random.chance(0.5)) writer.say('question')
  if (random.chance(0.1)) writer.say('chatter')
  if (mail && random.chance(0.8)) {
    writer.paragraph('\n\n')
    writer.line('sign-off')
  }
}

function writeSectionHeading(writer: MeetingWriter, section: Section | 'rest', mark: string): void {
  const { out } = writer
  writer.paragraph('\n\n')
  if (mark !== ':') out.write(mark)
  out.phrase(`${section}-heading`)
  out.write(mark === ':' ? ':\n' : mark === '**' ? '**\n' : '\n')
}

function writeSection(writer: MeetingWriter, section: Section): void {
  const { random, content } = writer
  if (section === 'travel') return writeTravel(writer)
  if (section === 'people') return writePeople(writer)
  const start = { place: writer.name(content.start.place), time: writer.clock(content.start.timeMin) }
  const way = random.next()
  if (way < 0.65) writer.say('start', start)
  else if (way < 0.85) writer.line('start-note', start)
  else writer.say('start-split', start)
}

function writePeople(writer: MeetingWriter): void {
  const { random, content, out } = writer
  const way = random.next()
  if (way < 0.45) {
    if (random.chance(0.2)) writer.say('people-intro')
    const few = content.friends.length < 6 && allWindowsWhole(content.friends) && content.lengths !== 'rest'
    return few && random.chance(0.2) ? writePeopleInOneSentence(writer) : writePeopleSentences(writer)
  }
  if (random.chance(0.6)) {
    writer.line('people-intro')
    if (random.chance(0.3)) out.write('\n')
  } else writer.endLine()
  if (way < 0.7) writePeopleLines(writer)
  else if (way < 0.82) writePeopleTable(writer)
  else if (!allWindowsWhole(content.friends)) writePeopleLines(writer)
  else if (way < 0.91 || content.lengths !== 'each') writePeopleByPlace(writer)
  else writePeopleBlocks(writer)
}

/** Line by line, as one types on a phone. */
function writeChat(writer: MeetingWriter): void {
  const { random } = writer
  if (random.chance(0.4)) writer.line('greeting')
  if (random.chance(0.6)) writer.say('opening')
  for (const section of sectionOrder(random)) {
    if (section === 'people' && random.chance(0.75)) writePeopleSentences(writer)
    else writeSection(writer, section)
    if (random.chance(0.15)) writer.say('chatter')
  }
  if (random.chance(0.3)) writer.say('goal')
  if (random.chance(0.5)) writer.say('question')
}
