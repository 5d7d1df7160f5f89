import type { FactArgument } from '../../../src/planning/fact.ts'
import { nameKey } from '../picture/names.ts'

/** Everyone is ''. */
export function personKey(name: FactArgument | undefined): string {
  const key = typeof name === 'string' ? nameKey(name) : ''
  if (/^(|everyone|everybody|all|both|we|us|(all|both) of us|the group)$/.test(key)) return ''
  return /^(i|me|my|myself)$/.test(key) ? 'i' : key
}
