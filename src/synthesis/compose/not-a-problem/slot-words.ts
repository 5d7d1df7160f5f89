import type { RandomSource } from '../../../base/random.ts'
import { pickNames } from '../../names.ts'
import type { Split } from '../../phrase-book.ts'
import type { Slots } from '../../problem-text.ts'
import { clockText, pickClockStyle } from '../../surfaces.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const germanDays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const
const spanishDays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes'] as const
const japaneseDays = ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '明日', '今日'] as const
const months = ['January', 'March', 'April', 'May', 'June', 'July', 'September', 'October', 'November'] as const
const brands = ['Voltero', 'Nimbo', 'Kestrel', 'Ardent', 'Luma', 'Trek-On', 'Pikado', 'Sorbus'] as const

/**
 * Names, times and numbers for any text that is no problem: the same kinds of words that real problems have. One text
 * keeps to one way of writing times and to a few names; each call draws anew from them.
 */
export function slotWords(random: RandomSource, split: Split): () => Slots {
  const style = pickClockStyle(random)
  const known = {
    person: pickNames(random, { kind: 'person', count: 7, split }),
    city: pickNames(random, { kind: 'city', count: 5, split }),
    place: pickNames(random, { kind: 'place', count: 4, split }),
  }
  const clock = () => clockText(5 * random.integer(84, 264), style, random)
  const price = () =>
    `${random.pick(['$', '€', '£', '', ''])}${random.integer(2, 1900)}${random.pick(['', '', '.50', '.99', ' euros'])}`
  return () => {
    const people = random.shuffle(known.person)
    const cities = random.shuffle(known.city)
    const places = random.shuffle(known.place)
    const words: Record<string, string | number | undefined> = {
      name: people[0],
      name2: people[1],
      name3: people[2],
      name4: people[3],
      surname: people[4],
      surname2: people[5],
      city: cities[0],
      city2: cities[1],
      city3: cities[2],
      place: places[0],
      place2: places[1],
      time: clock(),
      time2: clock(),
      time3: clock(),
      day: random.pick(days),
      day2: random.pick(days),
      day_de: random.pick(germanDays),
      day_es: random.pick(spanishDays),
      day_ja: random.pick(japaneseDays),
      month: random.pick(months),
      month2: random.pick(months),
      year: random.integer(1850, 2030),
      year2: random.integer(1850, 2030),
      n: random.integer(2, 9),
      n2: random.integer(2, 20),
      m: random.integer(10, 900),
      m2: random.integer(10, 9000),
      min: random.pick([5, 10, 15, 20, 25, 30, 45, 60, 90]),
      age: random.integer(18, 90),
      price: price(),
      price2: price(),
      brand: random.pick(brands),
      code: `${random.pick(['LX', 'QZ', 'BA', 'TK', 'KU'])}${random.integer(10, 999)}`,
    }
    return Object.fromEntries(
      Object.entries(words).map(([name, word]) => [name, { value: String(word), text: String(word) }]),
    )
  }
}
