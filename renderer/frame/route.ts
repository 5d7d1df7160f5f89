/** Where one is in the workbench: a screen, and what of it is open. */
export interface Route {
  readonly screen: string
  readonly path: readonly string[]
}

/** What stands where no screen is named. */
const home: Route = { screen: 'problem', path: [] }

/** Reads an address's part after `#`: `#/run/run-1/segment/3`. What cannot be read leads home. */
export function readRoute(hash: string): Route {
  const [, ...parts] = hash.replace(/^#/, '').split('/')
  const [screen = '', ...path] = parts.map(decode)
  return screen === '' ? home : { screen, path: path.filter((part) => part !== '') }
}

export function writeRoute({ path, screen }: Route): string {
  return `#/${[screen, ...path].map(encodeURIComponent).join('/')}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
