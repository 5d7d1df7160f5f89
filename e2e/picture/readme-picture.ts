// node e2e/picture/readme-picture.ts: the pictures of the README, from the built app with the real model in a browser. `npm run picture` calls it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { chromium, type Page } from '@playwright/test'
import { startEngine } from '../support/engine-server.ts'
import { palettePng } from './palette-png.ts'

const folder = path.join(import.meta.dirname, '..', '..', '.github', 'pictures')
const mostBytes = 300_000
const patience = { timeout: 120_000 }
const columns = 3

async function runExample(page: Page, example: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Engine ready' }).waitFor()
  await page.locator('.monaco-editor').getByRole('textbox').waitFor({ state: 'attached' })
  await page.getByLabel('Example').selectOption({ label: example })
  await page.getByRole('button', { name: /^Run/ }).click()
  for (let column = 1; column <= columns; column++) {
    await page
      .getByTestId(`column-${column}`)
      .getByTestId('outcome')
      .filter({ hasText: /Valid|No solution|Draft|Incomplete/ })
      .waitFor(patience)
  }
}

async function compareExamples(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(location, { hash: '#/compare/new' }))
  await page.getByRole('heading', { name: 'Which variant is right' }).or(page.getByLabel('Dataset')).first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('grid').waitFor()
  await page.waitForFunction(
    () => {
      const cells = [...document.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent ?? '')
      return (
        cells.length > 0 &&
        cells.every((text) => !/queued|running/.test(text)) &&
        !document.querySelector('[role=progressbar]')
      )
    },
    undefined,
    patience,
  )
}

async function take(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.mouse.move(0, 0)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const picture = palettePng(await page.screenshot())
    if (picture.length > mostBytes) throw new Error(`${name}-${scheme}.png has ${picture.length} bytes`)
    writeFileSync(path.join(folder, `${name}-${scheme}.png`), picture)
    process.stdout.write(`${name}-${scheme}.png  ${(picture.length / 1000).toFixed(0)} kB\n`)
  }
}

const executablePath = process.env['PLANWRIGHT_CHROMIUM']
const home = mkdtempSync(path.join(tmpdir(), 'planwright-picture-'))
mkdirSync(folder, { recursive: true })
const engine = await startEngine({ model: 'real', home })
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 })
  await page.goto(engine.url)
  await runExample(page, 'Four cities, direct flights')
  await take(page, 'problem')
  // Columns without an answer, so that no earlier one is taken for the new one.
  await page.reload()
  await runExample(page, 'Half an hour for three')
  await page.getByTestId('outcome').first().click()
  await page.keyboard.press('p')
  await page.getByRole('heading', { name: 'because', exact: true }).waitFor(patience)
  await page.keyboard.press('ArrowRight')
  await take(page, 'demonstrate')
  await page.keyboard.press('Escape')
  await compareExamples(page)
  await take(page, 'compare')
} finally {
  await browser.close()
  await engine.kill()
  rmSync(home, { recursive: true, force: true })
}
