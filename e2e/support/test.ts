import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type EngineServer, startEngine } from './engine-server.ts'

interface Options {
  readonly model: 'real' | 'scripted'
  readonly delayMs: number
}

interface Fixtures {
  readonly engine: EngineServer
  /** The opened workbench, the engine ready. */
  readonly workbench: Page
}

/** Tests of the workbench in a browser. None may leave an error in the console or ask another machine for anything. */
export const test = base.extend<Options & Fixtures>({
  model: ['scripted', { option: true }],
  delayMs: [0, { option: true }],
  engine: async ({ delayMs, model }, use, info) => {
    const engine = await startEngine({ model, delayMs, home: info.outputPath('home') })
    await use(engine)
    await engine.kill()
  },
  workbench: async ({ engine, page }, use) => {
    const complaints: string[] = []
    const here = new URL(engine.url).host
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.host !== here && !['data:', 'blob:'].includes(url.protocol)) complaints.push(`asked ${request.url()}`)
    })
    await page.goto(engine.url)
    await expect(page.getByRole('status')).toContainText('Engine ready')
    await expect(page.locator('.monaco-editor').getByRole('textbox')).toBeAttached()
    await use(page)
    expect(complaints).toEqual([])
  },
})

/** The n-th model's column, counted from 1. */
export function column(page: Page, position: number): Locator {
  return page.getByTestId(`column-${position}`)
}

export function outcome(page: Page, position: number): Locator {
  return column(page, position).getByTestId('outcome')
}

/** The facts of a model, also one that is being written. */
export function facts(page: Page, position: number): Locator {
  return column(page, position)
    .getByRole('listbox', { name: /^Facts of/ })
    .getByRole('option')
}

export async function pickExample(page: Page, title: string): Promise<void> {
  await page.getByLabel('Example').selectOption({ label: title })
}

/** Writes into the editor as a person does, over what is there. */
export async function writeProblem(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Problem in plain words' }).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

export { expect }
