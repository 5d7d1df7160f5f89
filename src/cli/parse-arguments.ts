import { type ParseArgsConfig, parseArgs } from 'node:util'
import { PlanwrightError } from '../base/planwright-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** `parseArgs` whose complaints name the usage. Throws `invalid-input`. */
export function parseArguments<const O extends Options>(
  args: readonly string[],
  named: { readonly options: O; readonly usage: string; readonly positionals?: boolean },
) {
  try {
    return parseArgs({
      args: [...args],
      options: named.options,
      allowPositionals: named.positionals ?? false,
      allowNegative: false,
      strict: true,
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw badUsage(message.split('. ')[0] ?? message, named.usage)
  }
}

export function badUsage(message: string, usage: string): PlanwrightError {
  const [line = ''] = usage.split('\n')
  return new PlanwrightError({
    code: 'invalid-input',
    message: `${message.replace(/\.$/, '')}.`,
    wayOut: `Usage: ${line}`,
  })
}

/** A whole number in a range, from an option's text. Throws `invalid-input`. */
export function wholeNumber(
  text: string,
  named: { readonly option: string; readonly from: number; readonly to: number; readonly usage: string },
): number {
  const { from, option, to, usage } = named
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= from && value <= to) return value
  throw badUsage(`${option} wants a whole number from ${from} to ${to}, not "${text}"`, usage)
}
