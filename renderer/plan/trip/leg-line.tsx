import { colors } from '../picture/picture-colors.ts'
import type { Bend } from './bend.ts'

/** `taken` by the trip, `flight` that is there but not taken, `missing`: taken, but not stated; `quiet`: as in the plans beside it. */
export type LegKind = 'taken' | 'quiet' | 'flight' | 'missing'

const looks: Readonly<Record<LegKind, { stroke: string; strokeWidth: number; strokeDasharray?: string }>> = {
  taken: { stroke: colors.outcome, strokeWidth: 2.25 },
  quiet: { stroke: colors.ink3, strokeWidth: 1.5 },
  flight: { stroke: colors.ink3, strokeWidth: 0.6 },
  missing: { stroke: colors.invalid, strokeWidth: 2.25, strokeDasharray: '5 3' },
}

export interface LegLineProps {
  readonly kind: LegKind
  readonly arc: Bend
  readonly hasArrow: boolean
}

/** A flight: a line, with an arrow where it goes one way. */
export function LegLine({ arc, hasArrow, kind }: LegLineProps) {
  const { tip } = arc
  const size = kind === 'flight' ? 4 : 6
  return (
    <g data-leg={kind}>
      <path d={arc.path} fill="none" {...looks[kind]} />
      {hasArrow && (
        <path
          d={`M0 0L${-size * 1.4} ${-size * 0.7}V${size * 0.7}Z`}
          transform={`translate(${tip.x} ${tip.y}) rotate(${tip.angle})`}
          fill={kind === 'flight' ? colors.ink3 : looks[kind].stroke}
        />
      )}
    </g>
  )
}

export function legKind({ isMissing, isQuiet }: { readonly isMissing: boolean; readonly isQuiet: boolean }): LegKind {
  if (isMissing) return 'missing'
  return isQuiet ? 'quiet' : 'taken'
}

/** A flight in a legend. */
export function LegSign({ kind }: { readonly kind: LegKind }) {
  return <path d="M0 5H16" fill="none" {...looks[kind]} />
}
