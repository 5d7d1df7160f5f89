export type StoreCheck =
  | { readonly status: 'empty' }
  | { readonly status: 'sound'; readonly runs: number; readonly events: number; readonly bytes: number }
  | { readonly status: 'damaged'; readonly findings: readonly string[] }

/** What one does with a store besides using it. */
export interface StoreMaintenance {
  /** Its one file. */
  readonly file: string
  /** Reads it whole and says what is wrong with it; nothing is changed. */
  check(): StoreCheck
  /** Folders of stores that were set aside because they were damaged, or replaced. */
  setAside(): readonly string[]
  /** Copies it as it is now into a new file, also while somebody writes it. Throws `invalid-input` where the file exists. */
  backUp(to: string): Promise<void>
  /** Everything as JSON Lines in a new folder. Throws `invalid-input` where it exists. */
  exportAll(to: string): Promise<void>
  /**
   * Puts a backup in its place, and sets it aside whole. Returns where; undefined where there was none. Throws
   * `invalid-input` for what is no sound backup, `io` while a Planwright is running.
   */
  restore(from: string): string | undefined
  /** Takes over every run that can still be read in a store that was set aside. */
  recover(folder: string): { readonly recovered: number; readonly lost: number }
}
