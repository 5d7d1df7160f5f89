import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineConnection } from '../connection/engine-connection.ts'
import { EngineProvider, useChanges } from '../connection/engine-context.ts'
import { CommandRegistry } from '../frame/commands.ts'
import { CommandProvider, useCommandKeys } from '../frame/use-commands.ts'
import { useRoute } from '../frame/use-route.ts'
import { ModelsScreen } from './models-screen.tsx'
import { FakeModels } from './test/fake-models.ts'

let models: FakeModels
let connection: EngineConnection

function Page() {
  useChanges()
  useCommandKeys()
  return <ModelsScreen path={useRoute().path} />
}

function open(): void {
  connection = new EngineConnection(models.openLink)
  void connection.start()
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <EngineProvider value={connection}>
          <CommandProvider value={new CommandRegistry()}>
            <Page />
          </CommandProvider>
        </EngineProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

const row = (id: string) => screen.findByRole('option', { name: new RegExp(`^${id}`) })
const details = async (id: string) => within(await screen.findByRole('article', { name: `Details of ${id}` }))
const drop = (file: File) => {
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ['Files'], files: [file] },
  })
  window.dispatchEvent(event)
}

beforeEach(() => {
  models = new FakeModels()
  window.location.hash = ''
})
afterEach(() => {
  connection.stop()
  cleanup()
  vi.unstubAllGlobals()
})

describe('the list of models', () => {
  it('says of each what it is, with a sign and a word', async () => {
    open()

    expect((await row('nano-q8_0')).textContent).toContain('shipped')
    expect((await row('giant')).textContent).toContain('! not for the edge')
    expect((await row('broken')).textContent).toContain('✕ unusable')
  })

  it('is walked through with the arrow keys', async () => {
    open()
    await row('giant')
    screen.getByRole('listbox').focus()
    await userEvent.keyboard('{ArrowDown}')

    await details('giant')
    expect((await row('giant')).getAttribute('aria-selected')).toBe('true')
  })

  it('says what can be done where there is none', async () => {
    models.entries = []
    open()

    await screen.findByText('No language model here')
    expect(screen.getAllByRole('button', { name: /^Add a model/ })).toHaveLength(2)
  })

  it('can be asked for again where it could not be read', async () => {
    models.isBroken = true
    open()
    await screen.findByRole('button', { name: 'Try again' })
    models.isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

    await row('nano-q8_0')
  })
})

describe('the details of a model', () => {
  it('have its header, its memory part by part and its chat template', async () => {
    window.location.hash = '#/models/giant'
    open()
    const pane = await details('giant')

    await pane.findByText('9.0 billion')
    pane.getByText('Apache-2.0')
    expect(pane.getByRole('img', { name: 'Estimated memory: 9.0 GB' })).toBeDefined()
    expect(pane.getByRole('region', { name: 'Chat template of giant' }).textContent).toBe('{{ messages }}')
  })

  it('warn where it is more than there is, and let it be loaded all the same', async () => {
    window.location.hash = '#/models/giant'
    open()
    const pane = await details('giant')

    await pane.findByText(/It would take about 9.0 GB; 4.0 GB are free/)
    expect(pane.getByRole<HTMLButtonElement>('button', { name: 'Load' }).disabled).toBe(false)
  })

  it('follow the context window', async () => {
    window.location.hash = '#/models/giant'
    open()
    const pane = await details('giant')
    const number = await pane.findByRole<HTMLInputElement>('spinbutton', { name: 'Context window in tokens' })
    await userEvent.clear(number)
    await userEvent.keyboard('2048')

    pane.getByText('≈ 8.0 GB')
    await userEvent.click(pane.getByRole('button', { name: 'Load' }))
    expect(models.asked).toContainEqual(['load', { modelId: 'giant', contextTokens: 2048 }])
  })

  it('name what is wrong with a damaged file', async () => {
    window.location.hash = '#/models/broken'
    open()
    const pane = await details('broken')

    expect((await pane.findByRole('alert')).textContent).toContain('broken.gguf is cut off.')
    pane.getByText('Download it again.')
  })

  it('show nothing that was not measured', async () => {
    open()
    const pane = await details('nano-q8_0')

    await pane.findByText('11 of 12')
    expect(pane.getAllByText('not measured yet')).toHaveLength(1)
    expect(pane.getByRole('button', { name: 'Measure nano-q4_0' }).textContent).toBe('Measure')
  })
})

describe('loading', () => {
  it('tells how far it is and can be cancelled', async () => {
    open()
    const pane = await details('nano-q8_0')
    await userEvent.click(await pane.findByRole('button', { name: 'Load' }))
    models.tell({ type: 'progress', stage: 'loading', fraction: 0.5 })

    await screen.findByText('reading the weights')
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.5)
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(models.cancelled).toEqual(['load']))
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('that failed says why and what to do, and can be tried again', async () => {
    open()
    const pane = await details('nano-q8_0')
    await userEvent.click(await pane.findByRole('button', { name: 'Load' }))
    models.tell({
      type: 'failed',
      failure: { code: 'model-load', message: 'It is not the file that was published.', wayOut: 'Get it again.' },
    })

    expect((await screen.findByRole('alert')).textContent).toContain(
      'It is not the file that was published. Get it again.',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(models.asked.filter(([name]) => name === 'load')).toHaveLength(2))
  })
})

describe('removing', () => {
  it('asks nothing, and is taken back by Ctrl+Z', async () => {
    window.location.hash = '#/models/giant'
    open()
    const pane = await details('giant')
    await userEvent.click(await pane.findByRole('button', { name: 'Remove' }))
    await screen.findByText('giant lies in the bin.')
    await userEvent.keyboard('{Control>}z{/Control}')

    await screen.findByText('giant is back.')
    expect(models.asked.slice(-2)).toEqual([
      ['remove', { modelId: 'giant' }],
      ['putBack', { key: 'key-giant' }],
    ])
  })
})

describe('a dropped file', () => {
  it('is named to the engine by its path on the desktop', async () => {
    vi.stubGlobal('planwrightShell', { pathOfFile: () => '/models/new.gguf' })
    open()
    await row('nano-q8_0')
    drop(new File(['GGUF'], 'new.gguf'))

    await waitFor(() => expect(models.asked).toContainEqual(['add', { file: '/models/new.gguf' }]))
    models.tell({ type: 'added', model: { modelId: 'new', how: 'linked' } })
    await screen.findByText('new was added.')
  })

  it('that is no model is refused before anything is sent', async () => {
    open()
    await row('nano-q8_0')
    drop(new File(['words'], 'words.gguf'))

    expect((await screen.findByRole('alert')).textContent).toContain('words.gguf is not a GGUF model.')
    expect(models.asked.filter(([name]) => name === 'refusal')).toEqual([])
  })

  it('whose name is taken is refused before anything is sent', async () => {
    models.refusal = { code: 'invalid-input', message: 'There is another model called giant already.' }
    open()
    await row('nano-q8_0')
    drop(new File(['GGUF'], 'giant.gguf'))

    expect((await screen.findByRole('alert')).textContent).toContain('There is another model called giant already.')
  })
})
