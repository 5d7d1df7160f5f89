import { writeTravelAreas } from './travel-areas.ts'
import { writeTravelGroups } from './travel-groups.ts'
import {
  writeTravelFrom,
  writeTravelInline,
  writeTravelLines,
  writeTravelMatrix,
  writeTravelSentences,
  writeTravelTable,
  writeTravelUnderFrom,
} from './travel-pairs.ts'
import { writeTravelDefault, writeTravelHub, writeTravelLine } from './travel-rules.ts'
import type { MeetingWriter } from './writer.ts'

type TravelWay = readonly [
  write: (writer: MeetingWriter, places: readonly string[]) => void,
  largest: number,
  intro: boolean,
]

const byPairs: readonly TravelWay[] = [
  [writeTravelLines, 13, true],
  [writeTravelLines, 13, true],
  [writeTravelLines, 13, true],
  [writeTravelFrom, 10, true],
  [writeTravelFrom, 10, true],
  [writeTravelUnderFrom, 9, true],
  [writeTravelMatrix, 12, true],
  [writeTravelTable, 12, true],
  [writeTravelSentences, 4, false],
  [writeTravelSentences, 4, false],
  [writeTravelInline, 6, false],
]
const byRule: readonly TravelWay[] = [
  [writeTravelDefault, 13, false],
  [writeTravelDefault, 13, false],
  [writeTravelLine, 13, false],
  [writeTravelHub, 9, false],
  [writeTravelAreas, 13, false],
  [writeTravelGroups, 13, false],
]

/** How long it takes from place to place: every pair, or a rule. */
export function writeTravel(writer: MeetingWriter): void {
  const { random, content } = writer
  const places = random.chance(0.7) ? content.places : random.shuffle(content.places)
  const ways = (random.chance(0.4) ? byPairs : byRule).filter(([, largest]) => places.length <= largest)
  const [write, , intro] = random.pick(ways)
  if (intro) {
    if (random.chance(0.7)) writer.line('travel-intro')
    else writer.endLine()
  }
  if (places.length < 2) writeTravelDefault(writer, places)
  else write(writer, places)
}
