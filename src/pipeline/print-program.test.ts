import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDomain } from '../domains/calendar/domain.ts'
import { readProgram } from '../prolog/program-reader.ts'
import { printProgram } from './print-program.ts'

const clausesOf = (program: string) => readProgram(program)
const rules = clausesOf(printProgram(calendarDomain, []))

describe('the printed program', () => {
  it('shows what was stated as comments, then what the rules want, then the rules', () => {
    const program = printProgram(calendarDomain, [{ predicate: 'duration', args: [45] }])

    expect(program).toMatch(/^% What the problem states\n% duration\(45\)\.\n/)
    expect(program.endsWith(calendarDomain.rules)).toBe(true)
  })

  it('quotes names, so that none of them can be more than a name', () => {
    const name = "x'). :- halt. busy('"
    const clauses = clausesOf(printProgram(calendarDomain, [{ predicate: 'day', args: [name] }]))

    expect(clauses.diagnostics).toEqual([])
    expect(clauses.clauses.filter(({ kind }) => kind === 'directive')).toHaveLength(
      rules.clauses.filter(({ kind }) => kind === 'directive').length,
    )
  })

  it('keeps its clauses whatever a name is made of', () => {
    const letters = fc.constantFrom(...`a'"\`\\%().,:-|!0\n\r\t\u0085\u2028\u0000\uFEFF{}[]`)
    const names = fc.oneof(
      fc.string(),
      fc.array(letters).map((some) => some.join('')),
    )
    const wanted = clausesOf(printProgram(calendarDomain, [{ predicate: 'day', args: ['Ana'] }])).clauses.length
    fc.assert(
      fc.property(names, (name) => {
        const read = clausesOf(printProgram(calendarDomain, [{ predicate: 'day', args: [`n${name}`] }]))
        expect([read.diagnostics, read.clauses.length]).toEqual([[], wanted])
      }),
    )
  })
})
