/** Names are the same however they are capitalised or spaced. */
export function nameKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

const groupWords = new Set(['everyone', 'everybody', 'all', 'both', 'we', 'us', 'all of us', 'both of us', 'the group'])
const speakerWords = new Set(['i', 'me', 'my', 'myself'])

/** The person a name means: `everyone` for nobody in particular and for words for the group, `i` for the speaker. */
export function personKey(name: string | null): string {
  if (name === null) return 'everyone'
  const key = nameKey(name)
  if (groupWords.has(key)) return 'everyone'
  return speakerWords.has(key) ? 'i' : key
}

/** Places and areas are the same with and without their article. */
export function placeKey(name: string): string {
  return nameKey(name).replace(/^the /, '')
}
