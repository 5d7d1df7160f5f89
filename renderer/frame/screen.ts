import type { ComponentType, LazyExoticComponent } from 'react'

/** What a screen is given: the rest of its address. */
export interface ScreenProps {
  readonly path: readonly string[]
}

/** A screen of the workbench, loaded when it is first opened. */
export interface Screen {
  /** As addresses have it. */
  readonly id: string
  readonly title: string
  /** Its sign in the navigation; one without is reached from other screens. */
  readonly sign?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  /** It stands alone: no navigation, header or status around it. */
  readonly isBare?: true
  readonly show: ComponentType<ScreenProps> | LazyExoticComponent<ComponentType<ScreenProps>>
}
