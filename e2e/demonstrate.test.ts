import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { column, expect, outcome, pickExample, test } from './support/test.ts'

async function runExample(workbench: Page, title: string, word: string): Promise<void> {
  await pickExample(workbench, title)
  await workbench.getByRole('button', { name: /^Run/ }).click()
  await expect(outcome(workbench, 1)).toContainText(word)
  // The editor has the focus where one wrote: a key would go into the text.
  await outcome(workbench, 1).click()
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

test('one key hides the machinery: problem, reasons and plan, sentence by sentence, and back', async ({
  workbench,
}) => {
  await runExample(workbench, 'Half an hour for three', 'Valid')
  await workbench.keyboard.press('p')
  const decisive = workbench.getByRole('region', { name: 'because', exact: true }).getByRole('button')
  await expect(decisive).toHaveText(['Tobias is busy every day from 10:30 to 12:00'])
  await expect(workbench.getByText('Meet on Thursday from 12:00 to 12:30.')).toBeVisible()
  for (const name of ['navigation', 'banner', 'contentinfo'] as const) {
    await expect(workbench.getByRole(name)).toHaveCount(0)
  }

  await workbench.keyboard.press('ArrowRight')
  await expect(decisive.first()).toHaveAttribute('aria-current', 'step')
  await expect(workbench.locator('mark[data-kind=argument]')).toHaveText(['Tobias', '10:30', '12:00'])
  await expect(workbench.locator('svg [data-transient] rect').first()).toBeAttached()
  for (const scheme of ['light', 'dark'] as const) {
    await workbench.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    expect(await seriousFindings(workbench)).toEqual([])
  }

  await workbench.keyboard.press('Escape')
  await expect(outcome(workbench, 1)).toContainText('Valid')
})

test('where there is no plan it tells what cannot all hold', async ({ workbench }) => {
  await runExample(workbench, 'No time for everyone', 'No solution')
  await column(workbench, 1).getByRole('button', { name: 'Demonstrate' }).click()

  const clash = workbench.getByRole('region', { name: 'because these cannot all hold' })
  await expect(clash.getByRole('button', { name: 'Lucia is busy every day from 11:30 to 13:00' })).toBeVisible()
})

test('a run is played again from one file, without network or engine', async ({ browser, engine, workbench }, info) => {
  await runExample(workbench, 'Four cities, direct flights', 'Valid')
  await column(workbench, 1).getByRole('button', { name: 'Save as …' }).click()
  const download = workbench.waitForEvent('download')
  await workbench.getByRole('menuitem', { name: 'Replay in one file (.html)' }).click()
  const file = info.outputPath('run.html')
  await (await download).saveAs(file)
  await workbench.close()
  await engine.kill()

  const context = await browser.newContext({ colorScheme: 'dark' })
  await context.setOffline(true)
  const complaints: string[] = []
  await context.route(/^(?!file:|data:)/, (route) => {
    complaints.push(`asked ${route.request().url()}`)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`file://${file}`)

  await expect(page.getByText('We plan to visit 4 cities in 12 days.')).toBeVisible()
  await expect(page.getByText('Zagreb is visited for 4 days')).toHaveCount(0)
  const slider = page.getByRole('slider', { name: 'Step' })
  const last = Number(await slider.getAttribute('max'))
  let hasLitWords = false
  for (let step = 0; step < last; step++) {
    await page.keyboard.press('ArrowRight')
    hasLitWords ||= (await page.locator('mark').count()) > 0
  }
  expect(hasLitWords).toBe(true)
  await expect(slider).toHaveAttribute('aria-valuetext', /The verdict$/)
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await expect(page.getByText('Days 1 to 4: Zagreb, 4 days. Fly to Sarajevo on day 4.')).toBeVisible()
  await expect(page.getByRole('group', { name: /^The trip/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Zagreb is visited for 4 days' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await seriousFindings(page)).toEqual([])

  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByText('Zagreb is visited for 4 days')).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  expect(complaints).toEqual([])
  await context.close()
})
