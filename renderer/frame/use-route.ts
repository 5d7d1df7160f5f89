import { useMemo, useSyncExternalStore } from 'react'
import { type Route, readRoute, writeRoute } from './route.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The address as it is now; it changes with links, back and forward. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => readRoute(hash), [hash])
}

/** Opens another place. Nothing is ever executed by an address. */
export function navigate(screen: string, ...path: readonly string[]): void {
  window.location.hash = writeRoute({ screen, path })
}
