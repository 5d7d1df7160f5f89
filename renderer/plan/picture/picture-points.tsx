import type { KeyboardEvent } from 'react'
import type { PicturePoint } from './picture-model.ts'

export interface PicturePointsProps {
  readonly pictureId: string
  readonly label: string
  readonly points: readonly PicturePoint[]
  readonly pointed: string | undefined
  readonly onPoint: (id: string | undefined) => void
}

/** The places of a picture that can be pointed at: one stop for the tab key, then the arrow keys go from one to the next. */
export function PicturePoints({ label, onPoint, pictureId, pointed, points }: PicturePointsProps) {
  const place = points.findIndex(({ id }) => id === pointed)
  const onKeyDown = (event: KeyboardEvent) => {
    const last = points.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(last, place + 1),
      ArrowDown: Math.min(last, place + 1),
      ArrowLeft: place < 0 ? last : Math.max(0, place - 1),
      ArrowUp: place < 0 ? last : Math.max(0, place - 1),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    onPoint(points[next]?.id)
  }
  return (
    <g
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={place < 0 ? undefined : `${pictureId}-point-${place}`}
      onKeyDown={onKeyDown}
      onFocus={() => place < 0 && onPoint(points[0]?.id)}
      onBlur={() => onPoint(undefined)}
      onMouseLeave={() => onPoint(undefined)}
    >
      {points.map(({ boxes, id, label: text }, index) => (
        // biome-ignore lint/a11y/useKeyWithMouseEvents: the list itself takes the keys
        <g
          key={id}
          id={`${pictureId}-point-${index}`}
          role="option"
          aria-selected={id === pointed}
          aria-label={text}
          onMouseOver={() => onPoint(id)}
        >
          <title>{text}</title>
          {boxes.map((box) => (
            <rect key={`${box.x} ${box.y}`} {...box} fill="transparent" />
          ))}
        </g>
      ))}
    </g>
  )
}
