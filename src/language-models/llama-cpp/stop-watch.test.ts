import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StopWatch } from './stop-watch.ts'

const part = (text: string) => ({ text, logprob: -1 })
const join = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

describe('watching for stop strings', () => {
  it('shows everything at once where there are none', () => {
    expect(new StopWatch([]).push(part('a'))).toEqual({ shown: [part('a')], stopped: false })
  })

  it('holds back what may be the beginning of one, and shows it when it is not', () => {
    const watch = new StopWatch(['END'])

    expect(watch.push(part('aE'))).toEqual({ shown: [], stopped: false })
    expect(watch.push(part('N'))).toEqual({ shown: [], stopped: false })
    expect(watch.push(part('x'))).toEqual({ shown: [part('aE'), part('N'), part('x')], stopped: false })
  })

  it('cuts the text before one', () => {
    const watch = new StopWatch(['END'])
    watch.push(part('aE'))

    expect(watch.push(part('NDx'))).toEqual({ shown: [part('a')], stopped: true })
  })

  it('shows exactly the text before the first stop string, however it is cut into parts', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 4 }), { maxLength: 12 })
    const stops = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(texts, stops, (parts, strings) => {
        const watch = new StopWatch(strings)
        let shown = ''
        let stopped = false
        for (const text of parts) {
          if (stopped) break
          const step = watch.push(part(text))
          shown += join(step.shown)
          stopped = step.stopped
        }
        if (!stopped) shown += join(watch.flush())
        const whole = parts.join('')
        const cuts = strings.map((stop) => whole.indexOf(stop)).filter((at) => at >= 0)

        expect(stopped).toBe(cuts.length > 0)
        // A longer stop string may begin earlier but be complete later: then the shorter one ends the text.
        if (cuts.length === 0) expect(shown).toBe(whole)
        else expect(whole.startsWith(shown) && strings.every((stop) => !shown.includes(stop))).toBe(true)
      }),
    )
  })
})
