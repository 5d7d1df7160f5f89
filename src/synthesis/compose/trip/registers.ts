import type { RandomSource } from '../../../base/random.ts'
import type { TripStyle } from './writer.ts'

/** How one kind of person poses a problem. */
export interface Register {
  readonly name: 'paragraph' | 'mail' | 'chat' | 'mixed' | 'notes'
  /** Share of the sections that are set out in lines. */
  readonly lineShare: number
  /** Probability of an empty line between two sections of running text. */
  readonly breakShare: number
  /** Probability of a remark that states nothing, at each place where one could stand. */
  readonly chatterShare: number
  readonly isLetter: boolean
}

const registers: readonly Register[] = [
  { name: 'paragraph', lineShare: 0.03, breakShare: 0.12, chatterShare: 0.25, isLetter: false },
  { name: 'mail', lineShare: 0.25, breakShare: 0.6, chatterShare: 0.4, isLetter: true },
  { name: 'chat', lineShare: 0.08, breakShare: 0.1, chatterShare: 0.2, isLetter: false },
  { name: 'mixed', lineShare: 0.5, breakShare: 0.5, chatterShare: 0.2, isLetter: false },
  { name: 'notes', lineShare: 0.92, breakShare: 0.5, chatterShare: 0.06, isLetter: false },
]

export function pickRegister(random: RandomSource): Register {
  const [paragraph, mail, chat, mixed, notes] = registers
  return random.pick(
    [paragraph, paragraph, mail, mail, chat, mixed, mixed, notes, notes].filter((one) => one !== undefined),
  )
}

export function pickStyle(random: RandomSource, register: Register): TripStyle {
  const isChat = register.name === 'chat'
  const dropsStops = isChat ? random.chance(0.6) : register.name === 'notes' && random.chance(0.4)
  const isLower = random.chance(isChat ? 0.65 : 0.05)
  const looseGap = isLower ? random.pick(['\n', '\n', ', ', ' - ', '; ', ' / ', '... ', ' ']) : '\n'
  return {
    isLower,
    dropsStops,
    hasCurlyQuotes: random.chance(0.15),
    typoRate: random.chance(isChat ? 0.4 : 0.12) ? 0.04 : 0,
    voice: random.pick(['we', 'we', 'we', 'we', 'I', 'I', 'I', 'you', 'they']),
    numbers: random.pick(['digits', 'digits', 'digits', 'digits', 'words', 'small words']),
    namesWeeks: true,
    sentenceGap: dropsStops ? looseGap : ' ',
  }
}

/** The one who writes NATURAL PLAN. */
export const benchmarkStyle: TripStyle = {
  isLower: false,
  dropsStops: false,
  hasCurlyQuotes: false,
  typoRate: 0,
  voice: 'you',
  numbers: 'digits',
  namesWeeks: false,
  sentenceGap: ' ',
}
