import { describe, expect, it } from 'vitest'
import { layoutTrace } from './layout-trace.ts'
import { spanNamed } from './test/span-named.ts'
import { moveInTrace } from './trace-keys.ts'
import { buildTraceTree } from './trace-tree.ts'

const tree = buildTraceTree([
  spanNamed('run', { endMs: 9 }),
  spanNamed('one', { parentSpanId: 'run', startMs: 1 }),
  spanNamed('two', { parentSpanId: 'run', startMs: 2 }),
])
const open = layoutTrace(tree)
const shut = layoutTrace(tree, { folded: new Set(['run']) })
const press = (
  key: string,
  current: number,
  more: { rows?: typeof open; isDetailOpen?: boolean; ctrlKey?: boolean } = {},
) =>
  moveInTrace(
    { key, ctrlKey: more.ctrlKey ?? false, metaKey: false, altKey: false },
    { rows: more.rows ?? open, current, isDetailOpen: more.isDetailOpen ?? false, page: 2 },
  )

describe('the keys of the waterfall', () => {
  it.each([
    ['j', 0, { select: 1 }],
    ['ArrowDown', 2, { select: 2 }],
    ['j', -1, { select: 0 }],
    ['k', 1, { select: 0 }],
    ['ArrowUp', -1, { select: 2 }],
    ['PageDown', 0, { select: 2 }],
    ['Home', 2, { select: 0 }],
    ['End', 0, { select: 2 }],
    ['ArrowLeft', 0, { fold: { spanId: 'run', isFolded: true } }],
    ['ArrowLeft', 2, { select: 0 }],
    ['ArrowRight', 0, { select: 1 }],
    ['ArrowRight', 2, undefined],
    ['Enter', 1, { detail: 'open' }],
    ['Enter', -1, undefined],
    ['Escape', 1, undefined],
    ['/', -1, { search: true }],
    ['x', 0, undefined],
  ])('%s on row %i', (key, current, move) => {
    expect(press(key, current)).toEqual(move)
  })

  it('unfold, close the details, and leave others’ keys alone', () => {
    expect(press('ArrowRight', 0, { rows: shut })).toEqual({ fold: { spanId: 'run', isFolded: false } })
    expect(press('Escape', 0, { isDetailOpen: true })).toEqual({ detail: 'close' })
    expect(press('k', 0, { ctrlKey: true })).toBeUndefined()
  })
})
