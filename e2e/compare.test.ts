import type { Page } from '@playwright/test'
import { type EngineServer, startEngine } from './support/engine-server.ts'
import { expect, test } from './support/test.ts'

/** Starts a comparison of the examples with the keyboard alone. */
async function compareExamples(page: Page): Promise<void> {
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('heading', { name: 'Which variant is right' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Dataset')).toHaveValue(/examples/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('grid')).toBeVisible()
}

const cell = (page: Page, row: number, column: number) =>
  page
    .getByRole('row')
    .nth(row)
    .getByRole('gridcell')
    .nth(column - 1)

test.describe('a comparison', () => {
  test('fills while it runs, and is read with the keyboard alone', async ({ workbench }) => {
    await compareExamples(workbench)
    await expect(workbench.getByRole('columnheader').nth(1)).toContainText('✓')
    await expect(cell(workbench, 7, 3)).not.toContainText('queued')
    await expect(workbench.getByRole('progressbar')).toBeHidden()

    await workbench.getByRole('grid').focus()
    await workbench.keyboard.press('ArrowDown')
    await workbench.keyboard.press('ArrowRight')
    await workbench.keyboard.press('Space')
    await expect(workbench.getByRole('complementary', { name: 'Cell' })).toContainText('Open the run')
    await workbench.keyboard.press('Escape')
    await expect(workbench.getByRole('complementary', { name: 'Cell' })).toBeHidden()
  })

  test('sets two cells side by side: numbers, programs, plans', async ({ workbench }) => {
    await compareExamples(workbench)
    await expect(cell(workbench, 1, 2)).toContainText('Meet on Thursday')
    await workbench.getByRole('grid').focus()
    await workbench.keyboard.press('m')
    await workbench.keyboard.press('ArrowRight')
    await workbench.keyboard.press('d')

    const pane = workbench.getByRole('complementary', { name: 'Two cells' })
    await expect(pane.getByRole('row', { name: /^Time/ })).toContainText('ms')
    await expect(pane).toContainText('The facts are the same.')
    await expect(pane.locator('svg[role=img], svg').first()).toBeVisible()
  })

  test('opens a cell by its address', async ({ workbench }) => {
    await compareExamples(workbench)
    await expect(cell(workbench, 1, 2)).toContainText('Meet on Thursday')
    const address = await workbench.evaluate(() => location.hash)
    await workbench.evaluate((to) => {
      location.hash = `${to}/1/2`
    }, address)
    await workbench.reload()

    await expect(workbench.getByRole('complementary', { name: 'Cell' })).toContainText('Meet on Thursday')
    await expect(cell(workbench, 1, 2)).toHaveAttribute('aria-selected', 'true')
  })

  test('shows what is asked for, and takes a filter back', async ({ workbench }) => {
    await compareExamples(workbench)
    await expect(cell(workbench, 7, 3)).not.toContainText('queued')
    await workbench.keyboard.press('/')
    await workbench.keyboard.type('nobody says this')
    await expect(workbench.getByText('No problem passes the filter.')).toBeVisible()
    await workbench.getByRole('button', { name: 'Show all problems' }).click()
    await expect(workbench.getByRole('grid')).toBeVisible()

    await workbench.keyboard.press('f')
    await expect(workbench.getByRole('button', { name: 'Failures' })).toHaveAttribute('aria-pressed', 'true')
    await workbench.getByRole('button', { name: 'Failures' }).blur()
    await workbench.keyboard.press('Control+z')
    await expect(workbench.getByRole('button', { name: 'Failures' })).toHaveAttribute('aria-pressed', 'false')
  })

  test('is paused, taken up again, and waits in the bin', async ({ workbench }) => {
    await compareExamples(workbench)
    await workbench.getByRole('link', { name: 'All comparisons' }).click()
    await workbench.getByRole('button', { name: 'Put in the bin: Examples' }).click()
    await workbench.getByRole('button', { name: '1 comparison in the bin' }).click()
    await workbench.getByRole('button', { name: 'Take out of the bin: Examples' }).click()
    await expect(workbench.getByRole('link', { name: 'Examples', exact: true })).toBeVisible()
  })
})

test.describe('after a crash', () => {
  test.use({ delayMs: 60 })

  test('a comparison goes on, and says what happened', async ({ engine, page }, info) => {
    await page.goto(engine.url)
    await expect(page.getByRole('status')).toContainText('Engine ready')
    await compareExamples(page)
    await expect(cell(page, 1, 1)).toContainText('Meet on Thursday')
    await engine.kill()
    await expect(page.getByRole('status')).toContainText('The engine does not answer')

    const again: EngineServer = await startEngine({ model: 'scripted', home: info.outputPath('home') })
    await page.goto(again.url)
    await page.keyboard.press('Control+2')
    await page.getByRole('link', { name: 'Examples', exact: true }).click()
    await expect(cell(page, 1, 1)).toContainText('Meet on Thursday')
    await expect(cell(page, 7, 3)).not.toContainText('queued')
    await expect(page.getByRole('progressbar')).toBeHidden()
    await again.kill()
  })
})
