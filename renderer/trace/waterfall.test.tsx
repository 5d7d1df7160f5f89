import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import { spanNamed } from './test/span-named.ts'
import { Waterfall } from './waterfall.tsx'

const spans: readonly TraceSpan[] = [
  spanNamed('run', { endMs: 100 }),
  spanNamed('early', { parentSpanId: 'run', endMs: 40, attributes: { 'input.value': 'Meet on Monday.' } }),
  spanNamed('inner', {
    parentSpanId: 'early',
    startMs: 20,
    endMs: 30,
    status: { code: 'error', message: 'It broke.' },
  }),
  spanNamed('late', { parentSpanId: 'run', startMs: 60, endMs: 90 }),
]

// The simulated DOM measures nothing: rows are in sight where the list has a height.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  Element.prototype.scrollTo = () => {}
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const rows = () => screen.queryAllByRole('treeitem').map((row) => row.textContent?.match(/run|early|inner|late/)?.[0])
const selected = () => screen.queryByRole('treeitem', { selected: true })?.textContent ?? ''

describe('the waterfall', () => {
  it('shows the spans as a tree', () => {
    render(<Waterfall spans={spans} />)

    expect(rows()).toEqual(['run', 'early', 'inner', 'late'])
    expect(screen.getAllByRole('treeitem').map((row) => row.getAttribute('aria-level'))).toEqual(['1', '2', '3', '2'])
  })

  it('is walked, folded, opened and left with the keyboard', async () => {
    const onSelect = vi.fn()
    render(<Waterfall spans={spans} onSelect={onSelect} />)
    screen.getByRole('tree').focus()

    await userEvent.keyboard('jj')
    expect(selected()).toContain('early')
    await userEvent.keyboard('{ArrowLeft}')
    expect(rows()).toEqual(['run', 'early', 'late'])
    await userEvent.keyboard('{ArrowRight}{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Span' })))
    expect(screen.getByRole('complementary').textContent).toContain('Meet on Monday.')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('tree'))
    expect(onSelect.mock.calls.map(([id]) => id)).toEqual(['run', 'early'])
  })

  it('finds what a span holds, and goes there with Enter', async () => {
    render(<Waterfall spans={spans} />)
    screen.getByRole('tree').focus()
    await userEvent.keyboard('/monday')

    await waitFor(() => expect(rows()).toEqual(['run', 'early']))
    expect(screen.getByRole('status').textContent).toBe('1 of 4 spans')
    await userEvent.keyboard('{Enter}')
    expect(selected()).toContain('early')
  })

  it('shows only problems when asked, in their place', async () => {
    render(<Waterfall spans={spans} />)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only problems' }))

    await waitFor(() => expect(rows()).toEqual(['run', 'early', 'inner']))
    expect(within(screen.getAllByRole('treeitem')[2] ?? document.body).getByText('error')).toBeTruthy()
  })

  it('says where nothing is like what is looked for', async () => {
    render(<Waterfall spans={spans} />)
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nowhere' } })

    await waitFor(() => expect(screen.getByText('No span is like this.')).toBeTruthy())
  })

  it('brings a span that is asked for to sight, also one that was folded away', async () => {
    const { rerender } = render(<Waterfall spans={spans} />)
    screen.getByRole('tree').focus()
    await userEvent.keyboard('j{ArrowLeft}')
    expect(rows()).toEqual(['run'])
    rerender(<Waterfall spans={spans} selectedSpanId="inner" />)

    await waitFor(() => expect(selected()).toContain('inner'))
  })
})
