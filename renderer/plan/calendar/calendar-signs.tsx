import { colors } from '../picture/picture-colors.ts'
import { patternFill } from '../picture/picture-patterns.tsx'
import type { CalendarSign } from './calendar-layout.ts'
import type { CandidateState } from './calendar-picture.ts'

interface ChoiceSignProps {
  readonly state: CandidateState
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A full circle is chosen, an empty one would do too, a cross won't do. */
export function ChoiceSign({ size, state, x, y }: ChoiceSignProps) {
  const half = size / 2
  if (state === 'chosen') return <circle cx={x} cy={y} r={half + 1} fill={colors.outcome} />
  if (state === 'possible') return <circle cx={x} cy={y} r={half} fill="none" stroke={colors.ink2} strokeWidth="1.25" />
  return (
    <path
      d={`M${x - half} ${y - half}l${size} ${size}m0 ${-size}l${-size} ${size}`}
      stroke={colors.ink3}
      strokeWidth="1"
      fill="none"
    />
  )
}

/** A sign of the legend. */
export function CalendarSigns({ pictureId, sign }: { readonly sign: CalendarSign; readonly pictureId: string }) {
  const box = { x: 0.5, y: 0.5, width: 14, height: 9, rx: 2 }
  switch (sign) {
    case 'proposal':
      return <rect {...box} fill={colors.outcome} />
    case 'clash':
      return (
        <g stroke={colors.invalid} strokeWidth="1.5">
          <rect {...box} fill={colors.paper} />
          <path d="M5 2.5l5 5m0 -5l-5 5" />
        </g>
      )
    case 'free':
      return <rect {...box} fill="none" stroke={colors.ink3} />
    case 'possible':
    case 'rejected':
      return <ChoiceSign state={sign} x={8} y={5} size={6} />
    default:
      return <rect {...box} fill={patternFill(pictureId, sign)} stroke={colors.lineStrong} />
  }
}
