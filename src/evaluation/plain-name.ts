const lettersWithoutDecomposition: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', ß: 'ss' }

/** A name without accents, case and punctuation, so that "São Paulo" and "sao paulo" are the same. */
export function plainName(name: unknown): string {
  return String(name)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ıøłß]/g, (letter) => lettersWithoutDecomposition[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}
