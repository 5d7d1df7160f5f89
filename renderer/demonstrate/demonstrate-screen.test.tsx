import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Because } from '../../src/planning/because.ts'
import { Comparison } from '../comparison/comparison.ts'
import { EngineConnection } from '../connection/engine-connection.ts'
import { FakeEngine } from '../test/fake-engine.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { Workbench } from '../workbench.tsx'

vi.mock('../problem/text-editor.ts', () => new Promise(() => {}))

const facts = recordedRuns.solved.findLast((event) => event.type === 'formalization')?.facts ?? []
const at = (predicate: string) => facts.findIndex(({ fact }) => fact.predicate === predicate)
const because: Because = {
  about: 'plan',
  isComplete: true,
  sentences: [
    { factIndex: at('busy'), segment: null, text: 'Ines is busy every day from 9:00 to 11:00', isDecisive: true },
    { factIndex: at('duration'), segment: null, text: 'the meeting takes 30 minutes', isDecisive: false },
  ],
}

let engine: FakeEngine
let connection: EngineConnection

function open(address: string): void {
  window.location.hash = address
  connection = new EngineConnection(engine.openLink)
  void connection.start()
  render(
    <MantineProvider env="test">
      <Workbench connection={connection} comparison={new Comparison(connection)} />
    </MantineProvider>,
  )
}
const sentence = (name: string) => screen.getByRole('button', { name })
const lit = () => [...document.querySelectorAll('mark')].map((one) => one.textContent)

beforeEach(() => {
  engine = new FakeEngine()
  engine.play('run-1')
  engine.reasons = because
})
afterEach(() => {
  connection.stop()
  cleanup()
  window.location.hash = ''
})

describe('a demonstration', () => {
  it('shows problem, reasons and plan, and nothing else of the window', async () => {
    open('#/demonstrate/run-1')
    await screen.findByText('Meet on Thursday from 12:00 to 12:30.')
    await waitFor(() => sentence('Ines is busy every day from 9:00 to 11:00'))

    screen.getByRole('heading', { name: 'because' })
    screen.getByRole('heading', { name: 'and it also keeps' })
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.queryByRole('banner')).toBeNull()
    expect(screen.queryByText('Facts 12')).toBeNull()
  })

  it('steps through the sentences with the arrow keys and lights the words they came from', async () => {
    open('#/demonstrate/run-1')
    await waitFor(() => sentence('The meeting takes 30 minutes'))
    expect(lit()).toEqual([])
    await userEvent.keyboard('{ArrowRight}')
    expect(sentence('Ines is busy every day from 9:00 to 11:00').getAttribute('aria-current')).toBe('step')
    expect(lit()).toContain('9:00')
    await userEvent.keyboard('{ArrowDown}')
    expect(sentence('The meeting takes 30 minutes').getAttribute('aria-current')).toBe('step')
    expect(lit()).toContain('half an hour')
    await userEvent.keyboard('{Home}')
    expect(sentence('Ines is busy every day from 9:00 to 11:00').getAttribute('aria-current')).toBe('step')
  })

  it('lights the words of the sentence that the mouse is on', async () => {
    open('#/demonstrate/run-1')
    await waitFor(() => sentence('The meeting takes 30 minutes'))
    await userEvent.hover(sentence('The meeting takes 30 minutes'))
    expect(lit()).toContain('half an hour')
    await userEvent.unhover(sentence('The meeting takes 30 minutes'))
    expect(lit()).toEqual([])
  })

  it('opens with p from the problem and goes back with Escape', async () => {
    open('#/problem')
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Run/ }).disabled).toBe(false))
    await userEvent.click(screen.getByRole('button', { name: /^Run/ }))
    await waitFor(() => expect(screen.getAllByTestId('outcome')[0]?.textContent).toContain('Valid'))
    await userEvent.keyboard('p')
    await waitFor(() => sentence('The meeting takes 30 minutes'))
    expect(window.location.hash).toBe('#/demonstrate/run-1')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(window.location.hash).toBe('#/problem'))
    expect(screen.getAllByTestId('outcome')[0]?.textContent).toContain('Valid')
  })

  it('says that a run under way has nothing to show yet', async () => {
    engine.play('run-2', recordedRuns.solved.slice(0, 4))
    open('#/demonstrate/run-2')

    await screen.findByText('This run has not ended.')
  })
})
