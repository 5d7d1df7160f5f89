import { z } from 'zod'
import type { Attributes, AttributeValue } from './span.ts'

/** Nested as deep as it likes; a reader that recursed without end would be no reader. */
const deepest = 32

const wholeSchema = z.union([z.int(), z.string().regex(/^-?\d{1,20}$/)])
const realSchema = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])])

/** A value of OTLP/JSON; what a later version adds is left alone. */
const anyValueSchema = z.object({
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  intValue: wholeSchema.optional(),
  doubleValue: realSchema.optional(),
  arrayValue: z.object({ values: z.array(z.unknown()).default([]) }).optional(),
  kvlistValue: z.object({ values: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]) }).optional(),
  bytesValue: z.string().optional(),
})

export const keyValuesSchema = z.array(z.object({ key: z.string(), value: anyValueSchema.nullish() })).default([])
type KeyValues = z.infer<typeof keyValuesSchema>
type AnyValue = z.infer<typeof anyValueSchema>

/** Attributes by their names; of a name given twice the last counts. What is nested becomes JSON text. */
export function readAttributes(pairs: KeyValues): Attributes {
  return Object.fromEntries(
    pairs.flatMap(({ key, value }) => {
      const read = value === null || value === undefined ? undefined : attributeValue(value)
      return read === undefined ? [] : [[key, read]]
    }),
  )
}

function attributeValue(value: AnyValue): AttributeValue | undefined {
  if (value.stringValue !== undefined) return value.stringValue
  if (value.boolValue !== undefined) return value.boolValue
  if (value.intValue !== undefined) {
    const number = Number(value.intValue)
    return Number.isSafeInteger(number) ? { int: number } : String(value.intValue)
  }
  if (value.doubleValue !== undefined) return { double: Number(value.doubleValue) }
  if (value.arrayValue !== undefined) {
    const items = value.arrayValue.values.map((item) => plainValue(item, 1))
    return items.every((item) => typeof item === 'string') ? items : JSON.stringify(items)
  }
  if (value.kvlistValue !== undefined) return JSON.stringify(plainValue({ kvlistValue: value.kvlistValue }, 0))
  return value.bytesValue
}

function plainValue(given: unknown, depth: number): unknown {
  const value = anyValueSchema.safeParse(given).data
  if (value === undefined || depth > deepest) return null
  if (value.arrayValue !== undefined) return value.arrayValue.values.map((item) => plainValue(item, depth + 1))
  if (value.kvlistValue !== undefined) {
    return Object.fromEntries(value.kvlistValue.values.map((pair) => [pair.key, plainValue(pair.value, depth + 1)]))
  }
  const read = attributeValue(value)
  if (typeof read !== 'object') return read ?? null
  return 'int' in read ? read.int : 'double' in read ? read.double : read
}
