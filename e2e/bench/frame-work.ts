import { readFileSync } from 'node:fs'
import { z } from 'zod'

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).loose().optional(),
})
const traceSchema = z.object({ traceEvents: z.array(z.unknown()) })

/** Milliseconds of work on the page's main thread in each frame of a Chromium trace, in order. */
export function workPerFrame(traceFile: string): number[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(readFileSync(traceFile, 'utf8')))
  const events = traceEvents.flatMap((one) => eventSchema.safeParse(one).data ?? [])
  const main = events.find(({ args, name }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  if (main === undefined) throw new Error('the trace has no main thread')
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid)
  const frames = own.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts)
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X')
  return frames.slice(1).map((end, index) => {
    const start = frames[index] ?? end
    const inside = tasks.filter(({ ts }) => ts >= start && ts < end)
    return inside.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000
  })
}
