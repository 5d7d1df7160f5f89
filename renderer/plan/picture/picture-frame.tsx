import { type CSSProperties, type ReactNode, type Ref, useId, useState } from 'react'
import { colors, fonts } from './picture-colors.ts'
import styles from './picture-frame.module.css'
import type { Box, PictureOutcome, PicturePoint, PictureSize, PictureTableModel } from './picture-model.ts'
import { PicturePatterns } from './picture-patterns.tsx'
import { PicturePoints } from './picture-points.tsx'
import { PictureTable } from './picture-table.tsx'

export interface PictureFrameProps {
  readonly label: string
  /** Said where nothing is pointed at. */
  readonly hint: string
  readonly size: PictureSize
  /** Px, before scaling. */
  readonly height: number
  readonly outcome: PictureOutcome
  readonly points: readonly PicturePoint[]
  readonly table: PictureTableModel
  readonly svgRef?: Ref<SVGSVGElement> | undefined
  readonly litFacts?: readonly number[] | undefined
  readonly onPointFacts?: ((factIndices: readonly number[]) => void) | undefined
  /** The drawing; `pictureId` makes the names of its patterns its own, `pointed` is the point that is looked at. */
  readonly children: (pictureId: string, pointed: PicturePoint | undefined) => ReactNode
}

const outcomeColors: Readonly<Record<PictureOutcome, string>> = {
  valid: 'var(--valid, #0a7238)',
  invalid: 'var(--invalid, #b9211a)',
  unknown: 'var(--unknown, #855400)',
  none: 'var(--ink-3, #686862)',
}

/** What all pictures of plans share: the drawing, what is said where one points, and the table that is read out. */
export function PictureFrame(props: PictureFrameProps) {
  const pictureId = useId()
  const [pointedId, setPointedId] = useState<string>()
  const { outcome, points, size } = props
  const height = Math.ceil(props.height)
  const { scale = 1, width } = size
  const pointed = points.find(({ id }) => id === pointedId)
  const point = (id: string | undefined) => {
    setPointedId(id)
    props.onPointFacts?.(points.find((one) => one.id === id)?.factIndices ?? [])
  }
  const style = { '--outcome': outcomeColors[outcome] } as CSSProperties
  return (
    <figure className={styles['frame']}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg
        ref={props.svgRef}
        role="group"
        aria-label={props.label}
        className={styles['svg']}
        style={style}
        width={width}
        height={height * scale}
        viewBox={`0 0 ${width / scale} ${height}`}
        fontFamily={fonts.family}
        fontSize={fonts.size}
        fill={colors.ink}
      >
        <PicturePatterns pictureId={pictureId} />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in the drawing takes the focus */}
        <g aria-hidden="true" pointerEvents="none">
          {props.children(pictureId, pointed)}
          <g data-transient="">
            {litBoxes(points, props.litFacts ?? []).map((box) => (
              <rect key={`${box.x} ${box.y} ${box.width}`} {...box} fill={colors.lit} stroke={colors.accent} />
            ))}
          </g>
        </g>
        <PicturePoints pictureId={pictureId} label={props.label} points={points} pointed={pointedId} onPoint={point} />
      </svg>
      <p className={styles['readout']} data-hint={pointed === undefined} aria-hidden="true">
        {pointed?.label ?? props.hint}
      </p>
      <PictureTable {...props.table} />
    </figure>
  )
}

/** Where the picture speaks of these facts. */
function litBoxes(points: readonly PicturePoint[], facts: readonly number[]): readonly Box[] {
  return points
    .filter(({ factIndices }) => factIndices.some((index) => facts.includes(index)))
    .flatMap(({ boxes }) => boxes)
}
