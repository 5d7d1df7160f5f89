/** Keeps the first spelling of every name: "farid", "Farid" and "FARID" are one, and so are "the museum" and "museum". */
export class NameBook {
  readonly #first = new Map<string, string>()

  canonical(words: string): string {
    const name = words.replaceAll(/\s+/g, ' ').trim()
    const key = nameKey(name)
    const known = this.#first.get(key)
    if (known !== undefined) return known
    this.#first.set(key, name)
    return name
  }
}

function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|a|an)\s+/, '')
}
