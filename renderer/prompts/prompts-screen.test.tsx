import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineConnection } from '../connection/engine-connection.ts'
import { EngineProvider, useChanges } from '../connection/engine-context.ts'
import { CommandRegistry } from '../frame/commands.ts'
import { CommandProvider, useCommandKeys } from '../frame/use-commands.ts'
import { useRoute } from '../frame/use-route.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { promptDrafts } from './prompt-drafts.ts'
import { PromptsScreen } from './prompts-screen.tsx'
import { FakePrompts } from './test/fake-prompts.ts'

// The editor needs a real browser; the plain text area does the same until it is there.
vi.mock('./create-template-editor.ts', () => new Promise(() => {}))

// Machines that build are busy.
configure({ asyncUtilTimeout: 10_000 })

let prompts: FakePrompts
let connection: EngineConnection

function Opened() {
  useChanges()
  useCommandKeys()
  return <PromptsScreen path={useRoute().path} />
}

function open(address: string): void {
  window.location.hash = address
  connection = new EngineConnection(prompts.openLink)
  void connection.start()
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <EngineProvider value={connection}>
          <CommandProvider value={new CommandRegistry()}>
            <Opened />
          </CommandProvider>
        </EngineProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const text = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the template Translate' })
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Save as version/ })
async function write(words: string): Promise<void> {
  fireEvent.change(await text(), { target: { value: words } })
}

beforeEach(() => {
  prompts = new FakePrompts()
})
afterEach(() => {
  connection.stop()
  cleanup()
  for (const [key] of promptDrafts.snapshot()) promptDrafts.set(key, '', '')
})

describe('the prompts screen', () => {
  it('opens the newest version, or the one that the address names', async () => {
    open('#/prompts/chat-translate')
    expect((await text()).value).toBe('Do translate.')
    cleanup()

    open('#/prompts/chat-translate/1')
    await waitFor(async () => expect((await text()).value).toBe('Translate.'))
  })

  it('says so where an address leads nowhere', async () => {
    open('#/prompts/chat-translate/9')

    await screen.findByText('There is no version 9 of it.')
  })

  it('shows what would be asked as it is written', async () => {
    open('#/prompts/chat-translate')
    await write('Please translate.')

    await screen.findByText('Asked: Please translate.')
    const asked = screen.getByRole('region', { name: 'What would be asked' })
    await waitFor(() => expect(asked.getAttribute('aria-busy')).toBe('false'))
  })

  it('shows it in the chat template of the model, and that itself', async () => {
    open('#/prompts/chat-translate')
    await screen.findByText('Asked: Do translate.')
    await userEvent.click(screen.getByText('As the model gets it'))

    screen.getByText('<start>')
    screen.getByText('{{ messages }}')
  })

  it('saves with Ctrl and S as the next version, with its note', async () => {
    open('#/prompts/chat-translate/1')
    await write('Please translate.')
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Polite' } })
    await waitFor(() => expect(saveButton().disabled).toBe(false))
    await userEvent.keyboard('{Control>}s{/Control}')

    await waitFor(() =>
      expect(prompts.added).toEqual([{ name: 'chat-translate', text: 'Please translate.', note: 'Polite' }]),
    )
    await waitFor(() => expect(window.location.hash).toBe('#/prompts/chat-translate/3'))
  })

  it('does not save what has something wrong with it, and says what', async () => {
    open('#/prompts/chat-translate')
    await write('This is wrong')

    await screen.findByText('This is wrong.')
    expect(saveButton().disabled).toBe(true)
  })

  it('keeps and marks a draft until it is discarded', async () => {
    open('#/prompts/chat-translate')
    await write('Another text.')
    const list = within(screen.getByRole('navigation', { name: 'Prompt templates' }))
    list.getByRole('img', { name: 'changed, not saved' })
    await userEvent.click(list.getByRole('link', { name: /Version 1/ }))
    await waitFor(async () => expect((await text()).value).toBe('Translate.'))
    await userEvent.click(list.getByRole('link', { name: /Version 2/ }))
    await waitFor(async () => expect((await text()).value).toBe('Another text.'))

    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }))
    expect((await text()).value).toBe('Do translate.')
  })

  it('hides a version, and shows it again', async () => {
    open('#/prompts/chat-translate/1')
    await text()
    await userEvent.click(screen.getByRole('button', { name: 'Hide version 2' }))
    await screen.findByText('1 hidden version')

    await userEvent.click(screen.getByRole('button', { name: 'Show version 2 again' }))
    expect(screen.queryByText('1 hidden version')).toBeNull()
  })

  it('lets the language of our own models be read only, and says why', async () => {
    open('#/prompts/small-model')

    await screen.findByText('They were trained on exactly this.')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').readOnly).toBe(true)
  })
})

describe('trying a version', () => {
  async function openTry(): Promise<void> {
    open('#/prompts/chat-translate')
    await screen.findByText('Asked: Do translate.')
    await userEvent.click(screen.getByRole('tab', { name: 'Try on problems' }))
  }
  const runButton = () => screen.findByRole('button', { name: 'Run on 1 problem' })

  it('runs each problem with both versions and says what changed', async () => {
    await openTry()
    await screen.findByText('differs')
    await userEvent.click(await runButton())
    await waitFor(() => expect(prompts.engine.started).toHaveLength(1))
    const failed = recordedRuns.solved.map((event) =>
      event.type === 'run-end' ? { ...event, status: 'failed' as const } : event,
    )
    prompts.engine.play('run-1', failed)
    await waitFor(() => expect(prompts.engine.started).toHaveLength(2))
    prompts.engine.play('run-2')

    await screen.findByText('better')
    expect(prompts.engine.started).toMatchObject([
      { recipe: { prompts: { 'chat-translate': 1 } } },
      { recipe: { prompts: { 'chat-translate': 2 } } },
    ])
    screen.getByText('2 of 2 runs · 1 better, 0 worse, 0 the same')
    const link = screen.getByRole('link', { name: 'Run of Half an hour for three with version 2: Valid' })
    expect(link.getAttribute('href')).toBe('#/run/run-2')
  })

  it('takes a run that there is already, and stops when it is told to', async () => {
    prompts.known = { effect: 'differs', before: { runId: 'old', isGood: true, repairs: 0 } }
    prompts.engine.play('old')
    await openTry()
    await screen.findByRole('link', { name: /with version 1: good/ })
    await userEvent.click(await runButton())
    await waitFor(() => expect(prompts.engine.started).toHaveLength(1))
    expect(prompts.engine.started).toMatchObject([{ recipe: { prompts: { 'chat-translate': 2 } } }])
    await userEvent.keyboard('{Escape}')

    await waitFor(() => expect(prompts.engine.cancelled).toEqual(['run-1']))
    await screen.findByText(/Stopped/)
  })
})
