import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { chatMlTemplate, writeTinyGguf } from '../src/language-models/test/tiny-gguf.ts'
import { expect, test } from './support/test.ts'

test.use({ model: 'real' })

function writeModel(info: TestInfo, name: string): string {
  mkdirSync(info.outputDir, { recursive: true })
  const file = info.outputPath(name)
  writeTinyGguf(file, { chatTemplate: chatMlTemplate, contextTokens: 1024, type: 'q8_0', name: 'tiny' })
  return file
}

/** What lies in the folder of models, but for the bin. */
function ownFiles(info: TestInfo): string[] {
  const folder = path.join(info.outputPath('home'), 'models')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'bin') : []
}

/** Drops a file on the page as a person would, held over it first. */
async function drop(page: Page, file: { name: string; bytes: Buffer }): Promise<void> {
  const data = await page.evaluateHandle(
    ({ base64, name }) => {
      const held = new DataTransfer()
      held.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name))
      return held
    },
    { base64: file.bytes.toString('base64'), name: file.name },
  )
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data })
  await expect(page.getByText('Drop to add the model')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer: data })
}

const row = (page: Page, id: string) => page.getByRole('option', { name: new RegExp(`^${id}\\b`) })
const details = (page: Page, id: string) => page.getByRole('article', { name: `Details of ${id}` })
const alert = (page: Page) => page.getByRole('region', { name: 'Under way' }).getByRole('alert')
const notice = (page: Page) => page.locator('[role="status"][data-kind]')

test.beforeEach(async ({ workbench }) => {
  await workbench.getByRole('link', { name: 'Models' }).click()
  await expect(row(workbench, 'planwright-nano-q8_0')).toBeVisible()
})

test('a model that is dropped is added, loaded, unloaded, removed and put back', async ({ workbench }, info) => {
  await drop(workbench, { name: 'tiny.gguf', bytes: readFileSync(writeModel(info, 'tiny.gguf')) })
  await expect(notice(workbench)).toHaveText('tiny was added.')
  expect(ownFiles(info)).toEqual(['tiny.gguf'])
  const pane = details(workbench, 'tiny')
  await expect(pane.getByText('127,808')).toBeVisible()
  await expect(pane.getByRole('region', { name: 'Chat template of tiny' })).toContainText('message in messages')

  await pane.getByRole('button', { name: 'Load', exact: true }).click()
  await expect(notice(workbench)).toHaveText('tiny is loaded.')
  await expect(row(workbench, 'tiny')).toContainText('loaded')
  await expect(pane).toContainText(/its process has \d+ MB now/)

  await pane.getByRole('button', { name: 'Unload' }).click()
  await expect(row(workbench, 'tiny')).not.toContainText('loaded')

  await pane.getByRole('button', { name: 'Remove' }).click()
  await expect(row(workbench, 'tiny')).toHaveCount(0)
  expect(ownFiles(info)).toEqual([])
  await workbench.getByRole('button', { name: 'Undo' }).click()
  await expect(row(workbench, 'tiny')).toBeVisible()
  expect(ownFiles(info)).toEqual(['tiny.gguf'])
})

test('everything can be done with the keyboard', async ({ workbench }, info) => {
  const file = writeModel(info, 'by-key.gguf')
  const chooser = workbench.waitForEvent('filechooser')
  await workbench.keyboard.press('a')
  await (await chooser).setFiles(file)
  await expect(row(workbench, 'by-key')).toHaveAttribute('aria-selected', 'true')

  await workbench.keyboard.press('l')
  await expect(row(workbench, 'by-key')).toContainText('loaded')
  await workbench.keyboard.press('l')
  await expect(row(workbench, 'by-key')).not.toContainText('loaded')
  await workbench.keyboard.press('d')
  await expect(row(workbench, 'by-key')).toContainText('default')
  await workbench.keyboard.press('Control+z')
  await expect(row(workbench, 'by-key')).not.toContainText('default')
  await workbench.keyboard.press('Control+Shift+z')
  await expect(row(workbench, 'by-key')).toContainText('default')

  await workbench.getByRole('listbox', { name: 'Language models' }).focus()
  await workbench.keyboard.press('Home')
  await expect(details(workbench, 'planwright-nano-q8_0')).toBeVisible()
  await workbench.keyboard.press('ArrowDown')
  await expect(details(workbench, 'planwright-nano-q4_0')).toBeVisible()
})

test('a file that is cut off is refused and leaves nothing behind', async ({ workbench }, info) => {
  const whole = readFileSync(writeModel(info, 'whole.gguf'))
  await drop(workbench, { name: 'cut.gguf', bytes: whole.subarray(0, -1000) })

  await expect(alert(workbench)).toContainText(/cut\.gguf is cut off: \d+ bytes of its weights are missing/)
  await expect(alert(workbench)).toContainText('Download the file again.')
  expect(ownFiles(info)).toEqual([])
})

test('a file that is no model, and a name that is taken, are refused before they are sent', async ({
  workbench,
}, info) => {
  await drop(workbench, { name: 'words.gguf', bytes: Buffer.from('These are words.') })
  await expect(alert(workbench)).toContainText('words.gguf is not a GGUF model.')
  const file = readFileSync(writeModel(info, 'other.gguf'))
  await drop(workbench, { name: 'planwright-nano-q8_0.gguf', bytes: file })
  await expect(alert(workbench).last()).toContainText('There is another model called planwright-nano-q8_0')
  expect(ownFiles(info)).toEqual([])
})

test('a damaged file in the folder of models says what is wrong with it', async ({ workbench }, info) => {
  mkdirSync(path.join(info.outputPath('home'), 'models'), { recursive: true })
  writeFileSync(path.join(info.outputPath('home'), 'models', 'damaged.gguf'), 'GGUF')
  await workbench.reload()
  await row(workbench, 'damaged').click()

  await expect(details(workbench, 'damaged')).toContainText('damaged.gguf is cut off')
  await expect(row(workbench, 'damaged')).toContainText('unusable')
})

test('a quantization is measured, and what was measured stands in the ladder', async ({ workbench }) => {
  const pane = details(workbench, 'planwright-nano-q8_0')
  const rung = pane.getByRole('row').filter({ hasText: 'Q4_0' })
  await expect(rung).toContainText('not measured yet')
  await rung.getByRole('button', { name: 'Measure planwright-nano-q4_0' }).click()

  await expect(rung).toContainText(/\d+ of 12/, { timeout: 80_000 })
  await expect(pane.getByRole('row').filter({ hasText: 'F16' })).toContainText('not measured yet')
})

test('the memory follows the context window', async ({ workbench }) => {
  const pane = details(workbench, 'planwright-nano-q8_0')
  await expect(pane).toContainText('≈ 178 MB')
  await pane.getByRole('slider', { name: 'Context window, tokens' }).press('Home')

  await expect(pane.getByRole('spinbutton', { name: 'Context window in tokens' })).toHaveValue('256')
  await expect(pane).toContainText('≈ 134 MB')
})

for (const scheme of ['Light', 'Dark']) {
  test(`no serious accessibility finding among the models, ${scheme.toLowerCase()}`, async ({ workbench }, info) => {
    await workbench.getByText(scheme, { exact: true }).click()
    await drop(workbench, { name: 'tiny.gguf', bytes: readFileSync(writeModel(info, 'tiny.gguf')) })
    await expect(details(workbench, 'tiny').getByRole('region', { name: 'Chat template of tiny' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: workbench }).analyze()

    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  })
}
