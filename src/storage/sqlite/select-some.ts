import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

export interface SelectSome {
  /** Ends in a condition. */
  readonly sql: string
  readonly of: readonly SQLInputValue[]
  readonly column: string
  /** All rows where none are given. */
  readonly positions: readonly number[] | undefined
}

/** Rows whose column is one of the positions, in the column's order. */
export function selectSome(
  database: DatabaseSync,
  { column, of, positions, sql }: SelectSome,
): Record<string, unknown>[] {
  const order = `ORDER BY ${column}`
  if (positions === undefined) return database.prepare(`${sql} ${order}`).all(...of)
  const some = `AND ${column} IN (SELECT value FROM json_each(?))`
  return database.prepare(`${sql} ${some} ${order}`).all(...of, JSON.stringify(positions))
}
