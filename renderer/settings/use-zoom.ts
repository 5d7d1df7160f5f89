import { z } from 'zod'
import { useRemembered } from '../frame/use-remembered.ts'

/** Percent. */
export const zooms = { least: 80, most: 160, step: 10 } as const

export interface Zoom {
  readonly percent: number
  readonly set: (percent: number) => void
}

/** How large everything is drawn. */
export function useZoom(): Zoom {
  const { set, value } = useRemembered('zoom', z.number().min(zooms.least).max(zooms.most), 100)
  return { percent: value, set: (percent) => set(Math.max(zooms.least, Math.min(zooms.most, percent))) }
}
