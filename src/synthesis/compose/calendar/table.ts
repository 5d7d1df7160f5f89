import type { Constraint } from './constraint.ts'
import { sayPerson } from './prose.ts'
import type { Cell, Grid, TableKind } from './table-cells.ts'
import { daysAcross, namesAcross, rowPerEntry, rowPerPerson } from './table-shapes.ts'
import { gap, type Writer } from './writer.ts'

/** Whether every entry has both ends or is a whole day: what a table can hold. */
const fits = (constraint: Constraint): constraint is Constraint & { kind: 'busy' | 'free' } =>
  constraint.kind === 'busy' || constraint.kind === 'free'

/** A table of times, of the kind (busy or free) that most people here have; what doesn't fit follows as sentences. */
export function table(writer: Writer): void {
  const { content, random, text } = writer
  const kind = mostly(writer)
  const rows = content.people.filter((person) => {
    const own = person.constraints.filter(fits)
    return own.every((each) => each.kind === kind) && (kind === 'busy' || own.length > 0)
  })
  const shape = random.pick(
    content.days.length > 1
      ? (['days', 'days', 'entries', 'cells', 'people'] as const)
      : (['cells', 'entries', 'people', 'cells'] as const),
  )
  // A rule under it makes a header; where the header says whose times or what times they are, it must be one.
  const strict = shape === 'days' || shape === 'people' || kind === 'free'
  const grid = { writer, rows, kind, ...lines(writer, { strict, entries: shape === 'entries' }) }
  const times = kind === 'busy' ? 'head-busy' : 'head-free'
  if (shape === 'days') daysAcross(grid)
  else if (shape === 'people') namesAcross(grid)
  else if (shape === 'entries') rowPerEntry(grid, times)
  else rowPerPerson(grid, times)
  const others = content.people.flatMap((person) => {
    const constraints = rows.includes(person) ? person.constraints.filter((each) => !fits(each)) : person.constraints
    return constraints.length > 0 ? [{ ...person, constraints }] : []
  })
  if (others.length > 0) text.write('\n')
  others.forEach((person) => {
    sayPerson(writer, person, () => gap(writer))
    text.write('\n')
  })
}

/** How a line and the header look: bars, tabs or commas, with or without a rule. */
function lines({ text, random }: Writer, wanted: { strict: boolean; entries: boolean }): Pick<Grid, 'head' | 'line'> {
  const bars = wanted.strict || random.chance(0.75)
  const outer = random.chance(0.8)
  const edge = outer ? '|' : ''
  const separator = bars ? ' | ' : wanted.entries ? random.pick(['\t', ', ', ',', ';']) : '\t'
  const rule = bars && (wanted.strict || random.chance(0.85))
  const line = (cells: readonly Cell[]) => {
    if (bars && outer) text.write('| ')
    cells.forEach((cell, index) => {
      if (index > 0) text.write(separator)
      cell()
    })
    text.write(bars && outer ? ' |\n' : '\n')
  }
  const head = (cells: readonly Cell[]) => {
    line(cells)
    if (rule) text.write(`${edge}${cells.map(() => '---').join('|')}${edge}\n`)
  }
  return { head, line }
}

function mostly({ content }: Writer): TableKind {
  const count = (kind: Constraint['kind']) =>
    content.people.filter((person) => person.constraints.some((each) => each.kind === kind)).length
  return count('free') > count('busy') ? 'free' : 'busy'
}
