import { useCallback, useMemo, useState } from 'react'
import { type Links, type Lit, lightUp, type Selection } from './links.ts'

export interface SelectionState {
  /** What was chosen with the keys or a click; it stays when the pointer leaves. */
  readonly chosen: Selection | undefined
  readonly lit: Lit
  readonly choose: (selection: Selection | undefined) => void
  readonly point: (selection: Selection | undefined) => void
}

/** The one selection that all panes share: what is pointed at, else what is chosen. */
export function useSelection(links: Links): SelectionState {
  const [chosen, choose] = useState<Selection>()
  const [pointed, setPointed] = useState<Selection>()
  const point = useCallback(
    (next: Selection | undefined) =>
      setPointed((now) => (now?.kind === next?.kind && now?.index === next?.index ? now : next)),
    [],
  )
  const lit = useMemo(() => lightUp(links, pointed ?? chosen), [links, pointed, chosen])
  return { chosen, lit, choose, point }
}
