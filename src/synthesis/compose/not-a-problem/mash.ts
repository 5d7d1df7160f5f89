import type { RandomSource } from '../../../base/random.ts'
import type { ProblemText } from '../../problem-text.ts'

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop'] as const
const signs = '!"#$%&/()=?*+~<>|^;:_-.,{}[]\\' as const
const letters = 'abcdefghijklmnopqrstuvwxyzåäöéß' as const

/** Text without language: a hand on the keyboard, numbers alone, punctuation, random letters, one sign again and again. */
export function writeMash(out: ProblemText, random: RandomSource, difficulty: number): void {
  const kind = random.pick([
    'keys',
    'keys',
    'numbers',
    'numbers',
    'signs',
    'letters',
    'bytes',
    'repeat',
    'grid',
  ] as const)
  const count = random.integer(1, 4 + Math.round(difficulty * 30))
  const draw = (from: string, least: number, most: number) =>
    Array.from({ length: random.integer(least, most) }, () => random.pick([...from])).join('')
  const piece = (): string => {
    switch (kind) {
      case 'keys':
        return draw(random.pick(rows), 3, 14)
      case 'numbers':
        return random.chance(0.2)
          ? `${random.integer(0, 99)}.${random.integer(0, 99)}`
          : String(random.integer(0, 10 ** random.integer(1, 5)))
      case 'signs':
        return draw(signs, 1, 8)
      case 'letters':
        return draw(letters, 1, 9)
      case 'bytes':
        return random.integer(0, 255).toString(16).padStart(2, '0')
      case 'repeat':
        return 'a'
      case 'grid':
        return random.pick(['x', 'o', '.', '#', '0', '1'])
    }
  }
  if (kind === 'repeat') return void out.write(random.pick(['a', '?', 'ha', '.', 'no ', '1', '…']).repeat(count))
  const between = random.pick(kind === 'numbers' ? [' ', ', ', '\n', '\t', '; '] : [' ', ' ', '\n', ''])
  for (let index = 0; index < count; index++) out.write(`${index > 0 ? between : ''}${piece()}`)
}
