import type { DatabaseSync } from 'node:sqlite'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { type PromptVersion, promptVersionSchema } from '../../planning/prompt-version.ts'

/** Versions of prompt templates, which never change. */
export interface PromptTable {
  list(): readonly PromptVersion[]
  /** Throws `invalid-input` for a number that is taken. */
  add(version: PromptVersion): void
}

export function promptTable(database: DatabaseSync): PromptTable {
  const fields = 'name, version, time, text, note'
  const all = database.prepare(`SELECT ${fields} FROM prompt_versions ORDER BY time, name, version`)
  const add = database.prepare(`INSERT OR IGNORE INTO prompt_versions (${fields}) VALUES (?, ?, ?, ?, ?)`)
  return {
    list: () => all.all().flatMap((row) => promptVersionSchema.safeParse(row).data ?? []),
    add({ name, note, text, time, version }) {
      if (add.run(name, version, time, text, note).changes > 0) return
      throw new PlanwrightError({
        code: 'invalid-input',
        message: `There is a version ${version} of "${name}" already.`,
        wayOut: 'Save it again: it gets the next number.',
      })
    },
  }
}
