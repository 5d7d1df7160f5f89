/** Minutes after midnight, or a day's number, from a number or "HH:MM"; undefined where it is neither. */
export function wholeValue(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const [, hours, minutes] = /^\s*(\d+):(\d+)\s*$/.exec(value) ?? []
  if (hours !== undefined && minutes !== undefined) return Number(hours) * 60 + Number(minutes)
  return /^\s*-?\d+\s*$/.test(value) ? Number(value) : undefined
}

/** The named parts of a plan's piece; undefined where it is no object. */
export function partsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}
