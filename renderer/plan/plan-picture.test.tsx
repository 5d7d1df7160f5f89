import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '../../src/planning/run-event.ts'
import { reduceRun } from '../run/reduce-run.ts'
import { emptyRunView, factsOf } from '../run/run-view.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { svgOf } from './picture/export-picture.ts'
import { PlanPicture } from './plan-picture.tsx'

afterEach(cleanup)

function planOf(events: readonly RunEvent[]) {
  const run = events.reduce(reduceRun, emptyRunView)
  if (run.plan === undefined) throw new Error('the recorded run has no plan')
  return { plan: run.plan, facts: factsOf(run).map((one) => one.fact) }
}

describe('pictures of plans', () => {
  it.each(['solved', 'trip', 'meeting'] as const)('are drawn on a server too: %s', (name) => {
    const drawn = renderToStaticMarkup(<PlanPicture {...planOf(recordedRuns[name])} size={{ width: 640, scale: 2 }} />)

    expect(drawn).toContain('width="640"')
    expect(drawn).toContain('viewBox="0 0 320 ')
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('a plan of a domain without a picture is none', () => {
    expect(
      renderToStaticMarkup(<PlanPicture plan={{ domain: 'chess', steps: [] }} facts={[]} size={{ width: 300 }} />),
    ).toBe('')
  })

  it('says why a time won’t do when the arrow keys come to it, and which facts are to blame', async () => {
    const blamed: (readonly number[])[] = []
    const { facts, plan } = planOf(recordedRuns.solved)
    render(
      <PlanPicture plan={plan} facts={facts} size={{ width: 400 }} onPointFacts={(indices) => blamed.push(indices)} />,
    )
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')

    const option = screen.getByRole('option', { selected: true })
    expect(option.getAttribute('aria-label')).toBe(
      'Thursday, 9:30 to 10:00: not possible. Ines is busy every day from 9:00 to 11:00. ' +
        'The meeting must not begin before 11:30 for Priya.',
    )
    expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(option.id)
    expect(blamed.at(-1)?.map((index) => facts[index]?.predicate)).toEqual(['busy', 'not_before'])
  })

  it.each(['trip', 'meeting'] as const)(
    'lights the places that speak of a fact that is pointed at elsewhere: %s',
    (name) => {
      const { facts, plan } = planOf(recordedRuns[name])
      const first = facts.findIndex(({ predicate }) => predicate === (name === 'trip' ? 'stay' : 'meet_min'))
      const { container, rerender } = render(<PlanPicture plan={plan} facts={facts} size={{ width: 400 }} />)
      expect(container.querySelectorAll('[data-transient] rect')).toHaveLength(0)
      rerender(<PlanPicture plan={plan} facts={facts} size={{ width: 400 }} litFacts={[first]} />)

      expect(container.querySelectorAll('[data-transient] rect')).toHaveLength(1)
    },
  )

  it('is read out as a table', () => {
    render(<PlanPicture {...planOf(recordedRuns.trip)} size={{ width: 400 }} />)

    expect(screen.getAllByRole('row').map((row) => row.textContent)).toContain('Sarajevodays 4 to 6Zagreb')
  })

  it('is saved as it is drawn, with its colours and without what only answers to the mouse', () => {
    const { container } = render(
      <PlanPicture {...planOf(recordedRuns.meeting)} size={{ width: 400 }} outcome="valid" />,
    )
    const drawing = container.querySelector('svg')
    if (drawing === null) throw new Error('no drawing')
    drawing.style.setProperty('--ink-1', '#abcdef')

    const saved = svgOf(drawing)
    const parsed = new DOMParser().parseFromString(saved, 'image/svg+xml')
    expect(parsed.querySelector('parsererror')).toBeNull()
    expect(parsed.documentElement.getAttribute('width')).toBe('424')
    expect(saved).toContain('#abcdef')
    expect(saved).not.toMatch(/var\(|listbox|class=/)
  })
})
