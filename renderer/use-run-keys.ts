import { useEffect } from 'react'

/** Ctrl or Cmd with Enter runs, Escape cancels, wherever the focus is: before the editor takes the keys for itself. */
export function useRunKeys({
  cancel,
  run,
}: {
  readonly run: () => void
  readonly cancel: (() => void) | undefined
}): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action =
        event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? run : event.key === 'Escape' ? cancel : undefined
      if (action === undefined) return
      event.preventDefault()
      event.stopPropagation()
      action()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [cancel, run])
}
