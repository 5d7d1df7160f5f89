/** Minutes after midnight on the 24-hour clock: 540 → "9:00". */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Full hours between two times, so many that a label of `labelWidth` px has room on an axis of `width` px. */
export function hourTicks(
  span: { readonly from: number; readonly to: number },
  width: number,
  labelWidth = 34,
): number[] {
  const { from, to } = span
  const mostTicks = Math.max(1, Math.floor(width / labelWidth))
  const hours = (to - from) / 60
  const step = 60 * ([1, 2, 3, 4, 6, 12].find((each) => hours / each <= mostTicks) ?? 24)
  const ticks: number[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at)
  return ticks
}
