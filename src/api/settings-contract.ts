import { oc } from '@orpc/contract'
import { z } from 'zod'

/** Settings are JSON values by name; who reads one checks its form. A secret is none: it would stand in the store. */
export const settingsContract = {
  read: oc.output(z.record(z.string(), z.unknown())),
  /** Without a value the setting is taken back. */
  set: oc.input(z.object({ name: z.string().min(1).max(200), value: z.unknown().optional() })).output(z.void()),
}
