import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import styles from './screen-guard.module.css'
import { frameStrings as words } from './strings.ts'

/** A screen that breaks says so in its own place; the others go on. */
export class ScreenGuard extends Component<{ readonly children: ReactNode }, { readonly failure: string | undefined }> {
  override state: { readonly failure: string | undefined } = { failure: undefined }

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return (
      <div role="alert" className={styles['broken']}>
        <h2>{words.broke}</h2>
        <p>{words.brokeDetail}</p>
        <p className={styles['cause']}>{failure}</p>
        <Button size="xs" variant="default" onClick={() => this.setState({ failure: undefined })}>
          {words.again}
        </Button>
      </div>
    )
  }
}
