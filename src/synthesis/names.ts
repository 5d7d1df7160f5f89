import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { hashString, type RandomSource } from '../base/random.ts'
import type { Split } from './phrase-book.ts'

export type NameKind = 'person' | 'city' | 'place'

const listsSchema = z.object({
  people: z.array(z.string()),
  cities: z.array(z.string()),
  places: z.array(z.string()),
})
const lists = listsSchema.parse(JSON.parse(readFileSync(new URL('./names/names.json', import.meta.url), 'utf8')))

/** A fifth of every list is held out, by hash: a held-out problem shows names that training never saw. */
const inSplit = (name: string, split: Split) => (hashString(`name/${name}`) % 5 === 0) === (split === 'held-out')

const known: Record<Split, Record<NameKind, readonly string[]>> = {
  train: byKind('train'),
  'held-out': byKind('held-out'),
}

function byKind(split: Split): Record<NameKind, readonly string[]> {
  const only = (names: readonly string[]) => names.filter((name) => inSplit(name, split))
  return { person: only(lists.people), city: only(lists.cities), place: only(lists.places) }
}

const onsets = 'b br c ch cl d dr f fr g gr h j k kl l m n p pr qu r s sh sk st t th tr v w y z'.split(' ')
const vowels = 'a e i o u a e i o a e i o u ai au ea ei ia io ou é ö á ü ã â ê ó ø å ñu ça'.split(' ')
const codas = ['', '', '', 'l', 'n', 'r', 's', 'm', 'nd', 'rk', 'th', 'x', 'ck', 'sh', 'lt']
const endings: Record<NameKind, readonly string[]> = {
  person: ['a', 'o', 'e', 'i', 'an', 'en', 'in', 'us', 'ia', 'el', 'ah', ''],
  city: ['burg', 'ville', 'ton', 'grad', 'mouth', 'berg', 'stad', 'polis', 'ford', 'a', 'o', 'ia', 'os', ''],
  place: ['ton', 'ham', 'wick', 'field', 'gate', 'side', 'hurst', 'dale', 'o', 'a', 'i', ''],
}
const placeTails = [
  'Square',
  'Park',
  'Street',
  'Hill',
  'Bridge',
  'Market',
  'Station',
  'Gardens',
  'Quay',
  'Heights',
  'Wharf',
  'District',
  'Tower',
  'Road',
  'Museum',
  'Beach',
]
const placeHeads = [
  'North',
  'South',
  'Old',
  'New',
  'Upper',
  'Lower',
  'Saint',
  'St.',
  'Little',
  'Grand',
  'West',
  'East',
  'Port',
]

/** Places without a name of their own: "the boat house", "Hall B". */
const kinds =
  'boat fish flower music concert lecture tea coffee book garden market city art tax post bus fire police sports tennis ferry conference students visitor side back front ground'.split(
    ' ',
  )
const nouns =
  'house hall shop centre garden market room office lab club court kiosk pier lighthouse playground gallery greenhouse warehouse fountain chapel clinic theatre cinema workshop lobby garage studio archive laundry surgery orchard stables mill farm bank hostel mosque synagogue temple monastery courthouse canteen yard ward foyer terrace'.split(
    ' ',
  )
const sides = ['old', 'new', 'upper', 'lower', 'west', 'north', 'south', 'second', 'little', 'big', 'main']
const numbered = [
  'Hall',
  'Room',
  'Block',
  'Gate',
  'Platform',
  'Pavilion',
  'Stand',
  'Wing',
  'Lab',
  'Pier',
  'Lot',
  'Floor',
]

function commonPlace(random: RandomSource): string {
  const way = random.next()
  if (way < 0.2)
    return `${random.pick(numbered)} ${random.pick(['A', 'B', 'C', 'D', 'F', 'K', '1', '2', '3', '5', '7', '12', '204'])}`
  const noun = random.pick(nouns)
  if (way < 0.55) return `the ${noun}`
  return way < 0.8 ? `the ${random.pick(kinds)} ${noun}` : `the ${random.pick(sides)} ${noun}`
}

const timesAndBenchmarkNames =
  /day$|^(?:from|until|till|between|before|after|with|noon|midnight|morning|half|hours?|minutes?|mins?|nice)$/
/** Words of everyday text: many a name is one, and must be read as one all the same. */
const everydayWords = [
  ...new Set(
    readFileSync(new URL('./non-problem-phrases.json', import.meta.url), 'utf8').match(/\b[a-z]{4,9}\b/g) ?? [],
  ),
].filter((word) => !timesAndBenchmarkNames.test(word))

/** "Harbour", "Windowhill": an everyday word, or two in one. */
function everydayName(random: RandomSource, kind: NameKind): string {
  const word = random.pick(everydayWords)
  const second = random.chance(0.4) ? random.pick(random.chance(0.5) ? everydayWords : endings[kind]) : ''
  return word.charAt(0).toUpperCase() + word.slice(1) + second
}

const particles = ['de', 'do', 'das', 'del', 'von', 'am', 'sur', 'upon', 'di', 'la', 'of the', 'van']

/** A name nobody has: copying must work on words never seen. */
function inventName(random: RandomSource, kind: NameKind): string {
  const name = inventWord(random, kind)
  if (random.chance(0.3)) return everydayName(random, kind)
  if (kind === 'person') return random.chance(0.05) ? `${name}-${inventWord(random, kind)}` : name
  const shape = random.next()
  if (shape < 0.05) return `${name} ${random.pick(particles)} ${inventWord(random, kind)}`
  if (shape < 0.12) return `${name}-${inventWord(random, kind)}`
  if (shape < 0.25 && kind === 'place') return `${threeWords(random, name)} ${random.pick(placeTails)}`
  if (shape < 0.28 && kind === 'place') return `The ${name}`
  const share = kind === 'place' ? 0.45 : 0.12
  if (!random.chance(share)) return name
  if (random.chance(0.3)) return `${random.pick(placeHeads)} ${name}`
  if (kind === 'city') return `${name} ${random.pick(['City', 'Bay', 'Falls', 'Springs', 'Harbour'])}`
  return random.chance(0.2) ? `${name}'s ${random.pick(placeTails)}` : `${name} ${random.pick(placeTails)}`
}

/** The first two words of a place with three. */
function threeWords(random: RandomSource, name: string): string {
  const way = random.next()
  if (way < 0.35) return `${random.pick(placeHeads)} ${name}`
  if (way < 0.7) return `${name} ${random.pick(placeTails)}`
  return way < 0.85 ? `${name} ${random.pick(placeHeads)}` : `${name} ${inventWord(random, 'place')}`
}

function inventWord(random: RandomSource, kind: NameKind): string {
  const syllables = random.integer(1, 2)
  let word = ''
  for (let count = 0; count < syllables; count++) {
    const opensWithVowel = count === 0 && random.chance(0.2)
    word += (opensWithVowel ? '' : random.pick(onsets)) + random.pick(vowels)
  }
  word += random.pick(codas)
  return word.charAt(0).toUpperCase() + word.slice(1) + random.pick(endings[kind])
}

/** Different names of a kind, nearly half of them invented. */
export function pickNames(
  random: RandomSource,
  { count, kind, split }: { count: number; kind: NameKind; split: Split },
): string[] {
  const names = new Map<string, string>()
  const common = kind === 'place' && random.chance(0.22) ? random.pick([0.4, 1]) : 0
  const tail = kind === 'place' && random.chance(0.15) ? random.pick(placeTails) : undefined
  const pickOne = () => {
    if (random.chance(common)) return commonPlace(random)
    if (tail !== undefined && random.chance(0.6)) return `${inventWord(random, kind)} ${tail}`
    return random.chance(0.45) ? inventName(random, kind) : random.pick(known[split][kind])
  }
  while (names.size < count) {
    const name = pickOne()
    names.set(name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(), name)
  }
  return [...names.values()]
}
