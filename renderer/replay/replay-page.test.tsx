import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Replay } from '../../src/api/replay-file.ts'
import { recordedRuns } from '../test/recorded-runs.ts'
import { readReplay } from './read-replay.ts'
import { ReplayPage } from './replay-page.tsx'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const facts = recordedRuns.solved.findLast((event) => event.type === 'formalization')?.facts ?? []
const replay: Replay = {
  ...{ form: 1, version: '9.9', runId: 'run-1' },
  events: recordedRuns.solved.filter(({ type }) => type !== 'token'),
  readings: facts.map((_, index) => `fact ${index} in words`),
  because: {
    about: 'plan',
    isComplete: true,
    sentences: [{ factIndex: 0, segment: null, text: 'the meeting takes 30 minutes', isDecisive: true }],
  },
}

describe('a replay', () => {
  it('begins with the problem alone and ends with plan, reasons and verdict', async () => {
    render(<ReplayPage replay={replay} />)
    expect(screen.queryByText('Fact 0 in words')).toBeNull()
    await userEvent.keyboard('{ArrowRight}')
    screen.getByText('Fact 0 in words')
    expect(document.querySelectorAll('mark').length).toBeGreaterThan(0)
    await userEvent.keyboard('{End}')

    screen.getByText('Meet on Thursday from 12:00 to 12:30.')
    screen.getByText('Valid')
    screen.getByRole('button', { name: 'The meeting takes 30 minutes' })
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^(\d+) of \1: The verdict$/)
  })

  it('plays by itself to the end, and stops where one pauses', () => {
    vi.useFakeTimers()
    render(<ReplayPage replay={replay} />)
    const place = () => Number(screen.getByRole<HTMLInputElement>('slider').value)
    const press = (name: string) => act(() => screen.getByRole('button', { name }).click())
    const wait = (ms: number) => {
      for (let passed = 0; passed < ms; passed += 200) act(() => vi.advanceTimersByTime(200))
    }
    press('Play')
    wait(3_000)
    const reached = place()
    expect(reached).toBeGreaterThan(0)
    press('Pause')
    wait(10_000)
    expect(place()).toBe(reached)
    press('Play')
    wait(30_000)
    screen.getByText('Valid')
    screen.getByRole('button', { name: 'Play again' })
  })

  it('reads its run from the page, and knows when there is none', () => {
    const pageWith = (text: string) => {
      const page = document.implementation.createHTMLDocument()
      const element = page.createElement('script')
      element.id = 'replay'
      element.type = 'application/json'
      element.textContent = text
      page.body.append(element)
      return page
    }
    expect(readReplay(pageWith(JSON.stringify(replay)))?.runId).toBe('run-1')
    expect(readReplay(pageWith(''))).toBeUndefined()
    expect(readReplay(pageWith('{"form": 2}'))).toBeUndefined()
    expect(readReplay(document)).toBeUndefined()
  })
})
