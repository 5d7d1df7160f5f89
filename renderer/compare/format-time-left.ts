const minuteMs = 60_000

/** "40 s", "4 min", "2 h 10 min". */
export function formatTimeLeft(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minuteMs)
  if (milliseconds < minuteMs) return `${Math.max(1, Math.ceil(milliseconds / 1000))} s`
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}
