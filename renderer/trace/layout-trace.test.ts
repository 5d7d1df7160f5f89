import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOf, layoutTrace } from './layout-trace.ts'
import { spanNamed } from './test/span-named.ts'
import { buildTraceTree } from './trace-tree.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
/** Any spans, also such that name parents that are not there, themselves, or one another. */
const anySpans = fc.uniqueArray(
  fc.record({
    spanId: fc.constantFrom(...ids),
    parentSpanId: fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined }),
    startMs: fc.nat(50),
    ms: fc.nat(50),
  }),
  { selector: ({ spanId }) => spanId, minLength: 1 },
)
const spansOf = (given: readonly { spanId: string; parentSpanId: string | undefined; startMs: number; ms: number }[]) =>
  given.map(({ ms, ...rest }) => spanNamed(rest.spanId, { ...rest, endMs: rest.startMs + ms }))

const run = [
  spanNamed('run', { startMs: 0, endMs: 100 }),
  spanNamed('late', { parentSpanId: 'run', startMs: 60, endMs: 90 }),
  spanNamed('early', { parentSpanId: 'run', startMs: 10, endMs: 50 }),
  spanNamed('inner', { parentSpanId: 'early', startMs: 20, endMs: 20 }),
]
const namesOf = (rows: ReturnType<typeof layoutTrace>) => rows.map(({ node }) => node.span.spanId)

describe('the rows of a waterfall', () => {
  it('are the spans as a tree, in the order of their start, on one axis of time', () => {
    const rows = layoutTrace(buildTraceTree(run))

    expect(rows.map(({ left, node, width }) => [node.span.spanId, node.depth, left, width])).toEqual([
      ['run', 0, 0, 1],
      ['early', 1, 0.1, 0.4],
      ['inner', 2, 0.2, 0],
      ['late', 1, 0.6, 0.3],
    ])
  })

  it('have every span once, after its parent, within the axis, whatever the spans are', () => {
    fc.assert(
      fc.property(anySpans, (given) => {
        const tree = buildTraceTree(spansOf(given))
        const rows = layoutTrace(tree)
        expect(namesOf(rows).sort()).toEqual(given.map(({ spanId }) => spanId).sort())
        for (const { index, left, node, width } of rows) {
          expect(node.parent).toBeLessThan(index)
          expect(node.depth).toBe(node.parent < 0 ? 0 : (tree.nodes[node.parent]?.depth ?? 0) + 1)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + width).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  it('leave out what is folded', () => {
    const rows = layoutTrace(buildTraceTree(run), { folded: new Set(['early']) })

    expect(namesOf(rows)).toEqual(['run', 'early', 'late'])
    expect(namesOf(layoutTrace(buildTraceTree(run), { folded: new Set(['run']) }))).toEqual(['run'])
    expect(rows[1]).toMatchObject({ isFolded: true, node: { descendants: 1 } })
  })

  it('are what is looked for and what that hangs from, also where it was folded', () => {
    const isWanted = ({ span }: { span: { spanId: string } }) => span.spanId === 'inner'
    const rows = layoutTrace(buildTraceTree(run), { folded: new Set(['early', 'run']), isWanted })

    expect(rows.map(({ isContext, node }) => [node.span.spanId, isContext])).toEqual([
      ['run', true],
      ['early', true],
      ['inner', false],
    ])
  })

  it('stand for a trace that took no time, and for one deeper than the stack', () => {
    expect(layoutTrace(buildTraceTree([spanNamed('now', { startMs: 5, endMs: 5 })]))).toMatchObject([
      { left: 0, width: 0 },
    ])
    const deep = Array.from({ length: 30_000 }, (_, at) => spanNamed(`s${at}`, { parentSpanId: `s${at - 1}` }))

    expect(layoutTrace(buildTraceTree(deep)).at(-1)?.node.depth).toBe(29_999)
    expect(layoutTrace(buildTraceTree([]))).toEqual([])
  })
})

it('knows what a span hangs from', () => {
  expect(ancestorsOf(buildTraceTree(run), 'inner')).toEqual(['early', 'run'])
})
