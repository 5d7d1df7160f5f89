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
  const threads = events.filter(({ args, name }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const isFrame = ({ name, ph }: (typeof events)[number]) => name === 'AnimationFrame::Render' && 'bBX'.includes(ph)
  const framesOf = ({ pid, tid }: (typeof events)[number]) =>
    events.filter((one) => one.pid === pid && one.tid === tid && isFrame(one)).length
  // A browser has pages of its own; ours is the one that scrolls.
  const main = threads.toSorted((one, other) => framesOf(other) - framesOf(one))[0]
  if (main === undefined || framesOf(main) === 0) throw new Error('the trace has no frames of a page')
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid)
  const frames = own.filter(isFrame).map(({ ts }) => ts)
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X')
  return frames.slice(1).map((end, index) => {
    const start = frames[index] ?? end
    const inside = tasks.filter(({ ts }) => ts >= start && ts < end)
    return inside.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000
  })
}
