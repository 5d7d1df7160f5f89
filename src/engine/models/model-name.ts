import { PlanwrightError } from '../../base/planwright-error.ts'

const maxNameBytes = 200
/** What no common file system takes, and what would leave the folder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u001f\u007f/\\:*?"<>|]/u
/** Windows keeps them for devices, whatever ending they have. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** The id that a model file of this name has. */
export const modelIdOf = (name: string): string => name.replace(/\.gguf$/i, '')

/** Throws `invalid-input` for a name that no model's file can have in the folder of models. */
export function checkModelName(name: string): void {
  const why = whyNot(name)
  if (why === undefined) return
  throw new PlanwrightError({
    code: 'invalid-input',
    message: `A model's file can't be called "${name.slice(0, 80)}": ${why}.`,
    wayOut: 'Give it a plain name that ends in .gguf.',
  })
}

function whyNot(name: string): string | undefined {
  if (!/\.gguf$/i.test(name)) return 'it does not end in .gguf'
  if (modelIdOf(name).trim() === '' || name.startsWith('.')) return 'it begins with a dot'
  if (forbidden.test(name)) return 'it has characters that a file name must not have'
  if (reserved.test(name)) return 'Windows keeps this name for itself'
  return Buffer.byteLength(name) > maxNameBytes ? `it is longer than ${maxNameBytes} bytes` : undefined
}
