import type { ImportEdge } from './import-graph.ts'
import { isTestFile } from './project-files.ts'

/** The architecture's rules about who may import whom, as src/README.md states them. */
export interface ImportTable {
  /** Room of src/ → what it may import: rooms, or doors into them such as `language-models/contract`. */
  readonly rooms: ReadonlyMap<string, readonly string[]>
  /** `renderer` and `electron` → what of src/ they may import. */
  readonly shells: ReadonlyMap<string, readonly string[]>
}

const row = /^\| `([\w-]+)\/[^|]*\|[^|]*\|([^|]*)\|$/gm
const shellRule = /`(renderer|electron)\/` imports ((?:`src\/[\w/-]+`(?:,\s+)?)+)/g

/** Reads the table from the page itself, so that the page rules. */
export function readImportTable(page: string): ImportTable {
  const section = page.slice(page.indexOf('## 3.'), page.indexOf('## 4.'))
  const rooms = new Map<string, string[]>()
  for (const [, room = '', permitted = ''] of section.matchAll(row)) {
    rooms.set(room, permittedRooms(permitted.trim(), [...rooms.keys()]))
  }
  const shells = new Map<string, string[]>()
  for (const [, shell = '', list = ''] of section.matchAll(shellRule)) {
    shells.set(
      shell,
      [...list.matchAll(/`src\/([\w/-]+)`/g)].map(([, room = '']) => room),
    )
  }
  return { rooms, shells }
}

function permittedRooms(permitted: string, above: readonly string[]): string[] {
  if (permitted === 'all of the above') return [...above]
  if (permitted === 'nothing' || permitted === '') return []
  return permitted.split(',').map((room) => room.trim())
}

/** Why an edge breaks the rules; undefined where it keeps them. */
export function judgeEdge(table: ImportTable, edge: ImportEdge): string | undefined {
  if (edge.isPackage) return undefined
  const [place = '', room = ''] = edge.from.split('/')
  if (place === 'src') return judgeFromSource(table, edge, room)
  const permitted = table.shells.get(place)
  if (permitted === undefined || edge.to.startsWith(`${place}/`)) return undefined
  if (isTestFile(edge.from)) return undefined
  return isWithin(permitted, edge.to) ? undefined : `${place}/ may import ${permitted.join(', ')} of src/`
}

function judgeFromSource(table: ImportTable, edge: ImportEdge, room: string): string | undefined {
  if (!edge.to.startsWith('src/')) {
    const isData = edge.to.endsWith('.json')
    return isTestFile(edge.from) || isData ? undefined : 'src/ imports nothing outside itself'
  }
  if (isTestFile(edge.from)) return undefined
  if (isTestFile(edge.to)) return 'only tests import tests and fakes'
  const permitted = table.rooms.get(room) ?? []
  if (isWithin(permitted, edge.to)) return undefined
  if (!isWithin([room], edge.to)) return `${room}/ may import ${permitted.join(', ') || 'nothing'}`
  return judgeInsideRoom(table, edge)
}

/** A door of a room (named in another's permission) stands alone, and planning domains don't know each other. */
function judgeInsideRoom(table: ImportTable, edge: ImportEdge): string | undefined {
  const doors = new Set([...table.rooms.values(), ...table.shells.values()].flat().filter((name) => name.includes('/')))
  for (const door of doors) {
    if (isWithin([door], edge.from) && !isWithin([door], edge.to))
      return `${door}/ is a door: it stands alone in its room`
  }
  const domain = /^src\/domains\/([^/]+)\//
  const [own, other] = [domain.exec(edge.from)?.[1], domain.exec(edge.to)?.[1]]
  return own !== undefined && other !== undefined && own !== other
    ? 'planning domains do not know each other'
    : undefined
}

function isWithin(rooms: readonly string[], file: string): boolean {
  return rooms.some((room) => file.startsWith(`src/${room}/`))
}
