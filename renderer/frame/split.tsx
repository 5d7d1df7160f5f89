import { type ReactNode, useEffect } from 'react'
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels'
import { z } from 'zod'
import styles from './split.module.css'
import { useRemembered } from './use-remembered.ts'

const layoutSchema = z.record(z.string(), z.number())

export interface SplitProps {
  /** Under which its place is remembered. */
  readonly name: string
  /** What the line between two parts is called. */
  readonly label: string
  /** The parts' shares to begin with, in percent. */
  readonly shares: readonly number[]
  readonly children: readonly ReactNode[]
  readonly direction?: 'horizontal' | 'vertical'
}

/** Parts side by side whose borders can be dragged, moved with the arrow keys, and stay where they were put. */
export function Split({ children, direction = 'horizontal', label, name, shares }: SplitProps) {
  const { isRead, set, value } = useRemembered(`layout.${name}`, layoutSchema, {})
  const group = useGroupRef()
  // biome-ignore lint/correctness/useExhaustiveDependencies: put back once, when it is known; later it follows the hand
  useEffect(() => {
    if (isRead && Object.keys(value).length === children.length) group.current?.setLayout(value)
  }, [isRead])
  const parts = children.flatMap((part, index) => {
    const id = `part-${index + 1}`
    const panel = (
      <Panel key={id} id={id} minSize={160} defaultSize={`${shares[index] ?? 50}%`} className={styles['part'] ?? ''}>
        {part}
      </Panel>
    )
    const line = <Separator key={`before ${id}`} aria-label={label} className={styles['line'] ?? ''} />
    return index === 0 ? [panel] : [line, panel]
  })
  return (
    <Group
      groupRef={group}
      orientation={direction}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) set(layout)
      }}
      className={styles['split'] ?? ''}
      data-direction={direction}
    >
      {parts}
    </Group>
  )
}
