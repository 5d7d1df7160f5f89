/** A place in the grid: a row of what was found, a column of those shown. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a place; undefined for other keys. */
export function moveFocus(
  key: string,
  { column, row }: GridPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): GridPlace | undefined {
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(size.rows - 1, nextRow)),
    column: Math.max(0, Math.min(size.columns - 1, nextColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - size.page, column)
    case 'PageDown':
      return to(row + size.page, column)
    case 'Home':
      return to(0, column)
    case 'End':
      return to(size.rows - 1, column)
    default:
      return undefined
  }
}
