const single: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  s: ' ',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '\n': '',
}

const escapes = /\\(?:x[0-9a-fA-F]+\\?|[0-7]+\\?|u[0-9a-fA-F]{4}|[\s\S])|''|""|``/gu

/** What stands between quotes, with escape sequences resolved; undefined where one is unknown. */
export function unescapeQuoted(body: string, quote: string): string | undefined {
  if (!body.includes('\\') && !body.includes(quote)) return body
  let known = true
  const value = body.replace(escapes, (sequence) => {
    if (!sequence.startsWith('\\')) return sequence === quote + quote ? quote : sequence
    const character = characterOf(sequence.slice(1))
    if (character === undefined) known = false
    return character ?? ''
  })
  return known ? value : undefined
}

function characterOf(code: string): string | undefined {
  const numeric = /^(?:[xu][0-9a-fA-F]|[0-7])/.test(code)
  if (!numeric) return single[code]
  const point = /^[0-7]/.test(code) ? Number.parseInt(code, 8) : Number.parseInt(code.slice(1), 16)
  return point > 0x10ffff ? undefined : String.fromCodePoint(point)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
const special = /[\\'\x00-\x1f\x7f\u2028\u2029\ufeff]|[\ud800-\udfff]/gu

/** Between quotes, so that the reader (and any ISO system) gives the same text back. */
export function quoteAtom(name: string): string {
  const body = name.replace(special, (character) => {
    if (character === '\\' || character === "'") return `\\${character}`
    if (character === '\n') return '\\n'
    if (character === '\t') return '\\t'
    return `\\x${(character.codePointAt(0) ?? 0).toString(16)}\\`
  })
  return `'${body}'`
}
