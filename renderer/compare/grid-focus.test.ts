import { expect, it } from 'vitest'
import { moveFocus } from './grid-focus.ts'

const size = { rows: 100, columns: 3, page: 20 }
const from = (row: number, column: number, key: string) => moveFocus(key, { row, column }, size)

it('moves cell by cell, and stays in the grid', () => {
  expect(from(0, 0, 'ArrowDown')).toEqual({ row: 1, column: 0 })
  expect(from(0, 2, 'ArrowRight')).toEqual({ row: 0, column: 2 })
  expect(from(0, 0, 'ArrowUp')).toEqual({ row: 0, column: 0 })
})

it('moves by pages and to both ends', () => {
  expect(from(5, 1, 'PageDown')).toEqual({ row: 25, column: 1 })
  expect(from(5, 1, 'End')).toEqual({ row: 99, column: 1 })
  expect(from(90, 1, 'Home')).toEqual({ row: 0, column: 1 })
})

it('leaves other keys alone', () => {
  expect(from(0, 0, 'x')).toBeUndefined()
})
