import type { Share } from './statistics.ts'

const percent = (share: number) => (100 * share).toFixed(1)

/** A percentage with its interval. */
export const shareCell = (share: Share | null) =>
  share === null || share.of === 0 ? '–' : `${percent(share.share)} (${percent(share.low)}–${percent(share.high)})`

export const msCell = (ms: number | null) => (ms === null ? '–' : ms < 100 ? ms.toFixed(1) : String(Math.round(ms)))

/** A number from 0 to 1, such as a probability: many segments make it very small. */
export function unitCell(value: number | null): string {
  if (value === null) return '–'
  return value > 0 && value < 0.001 ? value.toExponential(1) : value.toFixed(3)
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}
