import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { z } from 'zod'
import { useAnswer, useEngine } from '../connection/engine-context.ts'

const settingsKey = ['settings'] as const
/** Typing and dragging change a setting many times a second. */
const writeAfterMs = 300

export interface Remembered<T> {
  readonly value: T
  readonly set: (value: T) => void
  /** False until the engine has said what was remembered. */
  readonly isRead: boolean
  /** Whether there is something to remember: `value` is not the initial one. */
  readonly isWritten: boolean
}

/** A setting that outlives the page: kept in the engine's store, `initial` where it is absent or of another form. */
export function useRemembered<T>(name: string, schema: z.ZodType<T>, initial: T): Remembered<T> {
  const { ask } = useEngine()
  const queries = useQueryClient()
  const { data } = useAnswer(settingsKey, (client) => client.settings.read())
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | undefined>(undefined)
  const flush = useCallback(() => {
    if (waiting.current === undefined) return
    clearTimeout(waiting.current.timer)
    waiting.current.write()
    waiting.current = undefined
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  const set = (value: T) => {
    queries.setQueryData(settingsKey, (before: object | undefined) => ({ ...before, [name]: value }))
    if (waiting.current !== undefined) clearTimeout(waiting.current.timer)
    // Where it can't be kept, it still counts until the page is closed.
    const write = () => void ask((client) => client.settings.set({ name, value })).catch(() => undefined)
    waiting.current = { write, timer: setTimeout(flush, writeAfterMs) }
  }
  const stored = data?.[name]
  const read = stored === undefined ? undefined : schema.safeParse(stored).data
  return { value: read ?? initial, set, isRead: data !== undefined, isWritten: read !== undefined }
}
