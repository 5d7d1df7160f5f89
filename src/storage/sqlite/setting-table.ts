import type { DatabaseSync } from 'node:sqlite'
import { parseJson } from '../parse-json.ts'

/** Settings by name, each a JSON value. */
export interface SettingTable {
  read(): Readonly<Record<string, unknown>>
  /** Null takes it back. */
  set(name: string, json: string | null): void
}

export function settingTable(database: DatabaseSync): SettingTable {
  const all = database.prepare('SELECT name, value FROM settings')
  const set = database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM settings WHERE name = ?')
  return {
    read: () => Object.fromEntries(all.all().map((row) => [String(row['name']), parseJson(String(row['value']))])),
    set(name, json) {
      if (json === null) remove.run(name)
      else set.run(name, json)
    },
  }
}
