/** A line of the palette: a command, or something that can be opened. */
export interface PaletteEntry {
  readonly id: string
  readonly title: string
  /** What it is: "Run", "Model". */
  readonly kind: string
  readonly key?: string
  readonly run: () => void
}

const mostShown = 60

/** Entries that have all the words that were typed, those that begin with them first. */
export function findEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return entries.slice(0, mostShown)
  const textOf = ({ kind, title }: PaletteEntry) => `${title} ${kind}`.toLowerCase()
  return entries
    .filter((entry) => words.every((word) => textOf(entry).includes(word)))
    .map((entry) => ({ entry, begins: textOf(entry).startsWith(first) ? 0 : 1 }))
    .sort((one, other) => one.begins - other.begins)
    .slice(0, mostShown)
    .map(({ entry }) => entry)
}
