import { expect, it } from 'vitest'
import { findEntries, type PaletteEntry } from './palette-entries.ts'

const entry = (title: string, kind = 'Command'): PaletteEntry => ({ id: title, title, kind, run: () => {} })
const entries = [entry('Cancel the run'), entry('Run the problem'), entry('run-1: Meet on Monday', 'Run')]
const found = (typed: string) => findEntries(entries, typed).map(({ title }) => title)

it('has every word that was typed, in any order', () => {
  expect(found('problem run')).toEqual(['Run the problem'])
  expect(found('monday')).toEqual(['run-1: Meet on Monday'])
})

it('puts first what begins so', () => {
  expect(found('run')).toEqual(['Run the problem', 'run-1: Meet on Monday', 'Cancel the run'])
})

it('shows everything while nothing is typed, and nothing where nothing fits', () => {
  expect(found(' ')).toHaveLength(3)
  expect(found('zebra')).toEqual([])
})
