import type { RandomSource } from '../../../base/random.ts'

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'November',
  'Dec',
  'Feb',
  'Oct',
]

/** The days on which a problem lets people meet. */
export function pickDays(
  random: RandomSource,
  difficulty: number,
  plain: boolean,
): { days: string[]; asRange: boolean } {
  const workdays = week.slice(0, plain || random.chance(0.85) ? 5 : 7)
  const many = random.chance(0.35 + 0.4 * difficulty)
  if (!many) return { days: [!plain && random.chance(0.14) ? dateName(random) : random.pick(workdays)], asRange: false }
  const count = random.integer(2, Math.min(workdays.length, 2 + Math.round(5 * Math.max(difficulty, 0.4))))
  const first = random.integer(0, workdays.length - count)
  const inRow = workdays.slice(first, first + count)
  if (!plain && count >= 3 && random.chance(0.5)) return { days: inRow, asRange: true }
  if (!plain && random.chance(0.08)) {
    const month = random.pick(months)
    const start = random.integer(1, 24)
    const dayFirst = random.chance(0.5)
    const dates = inRow.map((_, at) => (dayFirst ? `${start + at} ${month}` : `${month} ${start + at}`))
    return { days: dates, asRange: false }
  }
  const chosen = random.chance(0.5) ? inRow : week.filter((day) => random.sample(workdays, count).includes(day))
  return { days: chosen.length > 1 ? chosen : inRow, asRange: false }
}

function dateName(random: RandomSource): string {
  const day = random.integer(1, 28)
  const suffix = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  const month = random.pick(months)
  return random.pick([
    'tomorrow',
    'today',
    `${day} ${month}`,
    `${month} ${day}`,
    `${month} ${day}${suffix}`,
    `the ${day}${suffix}`,
    `${day}${suffix} ${month}`,
    `the ${day}${suffix} of ${month}`,
    `${day}/${random.integer(1, 12)}`,
  ])
}
