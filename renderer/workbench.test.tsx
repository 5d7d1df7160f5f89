import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Comparison } from './comparison/comparison.ts'
import { EngineConnection } from './connection/engine-connection.ts'
import { FakeEngine } from './test/fake-engine.ts'
import { recordedRuns } from './test/recorded-runs.ts'
import { Workbench } from './workbench.tsx'

// The editor needs a real browser; the plain text area does the same until it is there.
vi.mock('./problem/text-editor.ts', () => new Promise(() => {}))

let engine: FakeEngine
let connection: EngineConnection

function open(): void {
  connection = new EngineConnection(engine.openLink)
  void connection.start()
  render(
    <MantineProvider env="test">
      <Workbench connection={connection} comparison={new Comparison(connection)} />
    </MantineProvider>,
  )
}

const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
const runButton = () => button(/^Run/)
const textArea = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const columnOf = (model: string) => within(screen.getByRole('article', { name: model }))

beforeEach(() => {
  engine = new FakeEngine()
})
afterEach(() => {
  connection.stop()
  cleanup()
})

describe('the workbench', () => {
  it('opens with an example and the three quantizations of our model', async () => {
    open()

    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3))
    expect(screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'))).toEqual([
      'nano-q8_0',
      'nano-q4_0',
      'nano-f16',
    ])
    expect(textArea().value).toBe(engineText())
  })

  it('shows verdict, plan, facts and timings of an ended run', async () => {
    open()
    await waitFor(() => expect(runButton().disabled).toBe(false))
    await userEvent.click(runButton())
    await waitFor(() => expect(engine.started).toHaveLength(3))
    engine.play('run-1')

    await waitFor(() => expect(columnOf('nano-q8_0').getByTestId('outcome').textContent).toContain('Valid'))
    columnOf('nano-q8_0').getByText('Meet on Thursday from 12:00 to 12:30.')
    expect(columnOf('nano-q8_0').getAllByRole('option', { name: /^busy/ })).toHaveLength(4)
    columnOf('nano-q8_0').getByText(/translate .* solve .* check/)
    expect(columnOf('nano-q4_0').getByTestId('outcome').textContent).toContain('Loading the model')
  })

  it('names the facts that clash', async () => {
    open()
    await waitFor(() => expect(runButton().disabled).toBe(false))
    await userEvent.click(runButton())
    await waitFor(() => expect(engine.started).toHaveLength(3))
    engine.play('run-1', recordedRuns.unsatisfiable)

    await waitFor(() => columnOf('nano-q8_0').getByText('These cannot all hold'))
    columnOf('nano-q8_0').getByText('Lucia is busy every day from 11:30 to 13:00')
  })

  it('runs with Ctrl and Enter, and cancels with Escape', async () => {
    open()
    await waitFor(() => expect(runButton().disabled).toBe(false))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(engine.started).toHaveLength(3))
    await waitFor(() => expect(button(/^Cancel/).disabled).toBe(false))
    await userEvent.keyboard('{Escape}')

    await waitFor(() => expect(engine.cancelled).toHaveLength(3))
  })

  it('is there for a run after the engine died before it had said what it has', async () => {
    engine.isSilent = true
    open()
    await waitFor(() => expect(connection.status).toBe('connected'))
    expect(runButton().disabled).toBe(true)
    engine.isSilent = false
    engine.cut()

    await waitFor(() => expect(runButton().disabled).toBe(false))
    expect(screen.queryByText(/could not be read/)).toBeNull()
  })

  it('asks for a problem before it runs', async () => {
    open()
    await waitFor(() => expect(runButton().disabled).toBe(false))
    await userEvent.clear(screen.getByRole('textbox'))

    expect(runButton().disabled).toBe(true)
    screen.getByText('Write a problem or pick an example first.')
  })

  it('says why there is no model to choose', async () => {
    engine.models = engine.models.map((model) => ({ ...model, problem: 'The file is damaged.' }))
    open()

    await waitFor(() => screen.getByText('No language model here'))
    screen.getByText('nano-q8_0: The file is damaged.')
  })
})

function engineText(): string {
  const [start] = recordedRuns.solved
  return start?.type === 'run-start' ? start.text : ''
}
