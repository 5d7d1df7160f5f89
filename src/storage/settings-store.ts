/** What a person has set, by name ("theme", "telemetry"): JSON values; who reads one checks it. Never a secret. */
export interface SettingsStore {
  read(): Promise<Readonly<Record<string, unknown>>>
  /** `undefined` takes a setting back. Throws `io`. */
  set(name: string, value: unknown): Promise<void>
}
