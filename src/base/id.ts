/** A name for something new: sortable by time, unique on this machine. */
export function createId(prefix: string, nowMs: number): string {
  const time = nowMs.toString(36).padStart(9, '0')
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return `${prefix}-${time}${random.toString(36).padStart(7, '0')}`
}
