import { z } from 'zod'
import { type Replay, replayElementId, replaySchema } from '../../src/api/replay-file.ts'

// The page's policy forbids code made from strings, with which zod would only try to be faster.
z.config({ jitless: true })

/** The run that the engine put into the page; undefined where there is none or it is of another form. */
export function readReplay(page: Document): Replay | undefined {
  try {
    return replaySchema.parse(JSON.parse(page.getElementById(replayElementId)?.textContent ?? ''))
  } catch {
    return undefined
  }
}
