/** `busy`: taken; `open`: on offer; `asked`: has to be; `chosen`: what the plan does. */
export type LaneSpanKind = 'busy' | 'open' | 'asked' | 'chosen'

export interface LaneSpan {
  readonly from: number
  readonly to: number
  readonly kind: LaneSpanKind
  readonly title: string
}

export interface Lane {
  readonly name: string
  readonly spans: readonly LaneSpan[]
}

/** From one point of time on one lane to another: a way. */
export interface LaneLink {
  readonly from: { readonly lane: number; readonly at: number }
  readonly to: { readonly lane: number; readonly at: number }
}

/** Lanes over one axis of time; numbers are minutes or days. */
export interface LaneChartModel {
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  readonly lanes: readonly Lane[]
  readonly links: readonly LaneLink[]
  /** A stretch that goes over all lanes. */
  readonly band?: { readonly from: number; readonly to: number; readonly title: string }
}

export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Full hours between two times, at most five of them. */
export function hourTicks(from: number, to: number): { at: number; label: string }[] {
  const step = Math.max(60, Math.ceil((to - from) / 60 / 4) * 60)
  const ticks: { at: number; label: string }[] = []
  for (let at = Math.ceil(from / 60) * 60; at <= to; at += step) ticks.push({ at, label: clock(at) })
  return ticks
}
