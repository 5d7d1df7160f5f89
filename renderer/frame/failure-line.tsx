import { Button } from '@mantine/core'
import styles from './failure-line.module.css'
import { frameStrings as words } from './strings.ts'

/** What went wrong in its own words, and a way to try once more. */
export function FailureLine({ error, again }: { readonly error: unknown; readonly again?: (() => void) | undefined }) {
  return (
    <p role="alert" className={styles['failure']}>
      <span aria-hidden="true">✕</span> {error instanceof Error ? error.message : words.failed}{' '}
      {again !== undefined && (
        <Button size="compact-xs" variant="default" onClick={again}>
          {words.again}
        </Button>
      )}
    </p>
  )
}
