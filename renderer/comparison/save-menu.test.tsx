import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SaveMenu } from './save-menu.tsx'

vi.mock('./save-file.ts', () => ({ saveFile: (file: unknown) => saved.push(file) }))

let saved: unknown[] = []
beforeEach(() => {
  saved = []
})
afterEach(cleanup)

async function open(write: Parameters<typeof SaveMenu>[0]['write'], hasPlan = true): Promise<void> {
  render(
    <MantineProvider env="test">
      <SaveMenu runId="run-1" hasPlan={hasPlan} drawing={{ current: null }} write={write} />
    </MantineProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Save as …' }))
}

it('saves the run under its name', async () => {
  await open(async (format) => `as ${format}`)
  await userEvent.click(screen.getByRole('menuitem', { name: 'Page (.md)' }))

  await waitFor(() => expect(saved).toEqual([{ name: 'run-1.md', type: 'text/markdown', content: 'as markdown' }]))
})

it('says what is wrong, and takes the date that helps', async () => {
  await open(async (_format, date) => {
    if (date === undefined) throw new Error('Nobody can tell the date of "the 3rd".')
    return `from ${date}`
  })
  const calendar = screen.getByRole('menuitem', { name: 'Calendar file (.ics)' })
  await userEvent.click(calendar)
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Nobody can tell'))

  fireEvent.change(screen.getByLabelText('Date of its first day'), { target: { value: '2026-12-03' } })
  await userEvent.click(calendar)
  await waitFor(() => expect(saved).toMatchObject([{ name: 'run-1.ics', content: 'from 2026-12-03' }]))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('offers no calendar file where there is no plan', async () => {
  await open(async () => '', false)

  expect(screen.getByRole<HTMLButtonElement>('menuitem', { name: 'Calendar file (.ics)' }).disabled).toBe(true)
})
