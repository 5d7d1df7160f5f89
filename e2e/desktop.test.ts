import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { chatMlTemplate, writeTinyGguf } from '../src/language-models/test/tiny-gguf.ts'
import { hasShippedModel } from './support/engine-server.ts'
import { engineName, launchShell, missingShell, type Shell } from './support/shell.ts'
import { outcome } from './support/test.ts'

const tinyModel = 'tiny'

/** Tests of the desktop app: the built main process and preload, with the real engine in its own process. */
const test = base.extend<{ shell: Shell }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  shell: async ({}, use, info) => {
    const home = info.outputPath('home')
    mkdirSync(path.join(home, 'models'), { recursive: true })
    writeTinyGguf(path.join(home, 'models', `${tinyModel}.gguf`), { chatTemplate: chatMlTemplate, contextTokens: 2048 })
    const shell = await launchShell(home)
    await expect(shell.page.getByRole('status')).toContainText('Engine ready')
    await use(shell)
    await shell.close()
  },
})

test.skip(missingShell !== undefined && process.env['CI'] !== 'true', missingShell ?? '')

test('starts, and the engine answers over its port', async ({ shell }) => {
  await expect(shell.page.getByRole('status')).toContainText('Engine ready')
  await expect(shell.page.getByLabel('Example')).toContainText('Half an hour for three')
  expect(shell.windowCount()).toBe(1)
})

test('the page gets three functions of the shell and nothing of Node', async ({ shell }) => {
  const given = await shell.page.evaluate(() => ({
    shell: Object.keys(Reflect.get(window, 'planwrightShell')),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  }))

  expect(given).toEqual({ shell: ['requestEnginePort', 'chooseModelFile', 'pathOfFile'], node: [] })
})

test('refuses to go elsewhere and to open windows', async ({ shell }) => {
  const before = shell.page.url()
  await shell.page.evaluate(() => {
    window.open('https://example.com/')
    window.open('file:///etc/passwd')
    location.assign('https://example.com/')
  })
  await shell.page.waitForTimeout(500)

  expect(shell.page.url()).toBe(before)
  expect(shell.windowCount()).toBe(1)
  expect(await shell.openedOutside()).toEqual([])
  await expect(shell.page.getByRole('status')).toContainText('Engine ready')
})

test('runs no script that is not its own', async ({ shell }) => {
  const ran = await shell.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    return Reflect.has(window, 'injected')
  })

  expect(ran).toBe(false)
})

test('a second start leaves the first alone and ends', async ({ shell }) => {
  expect(await shell.secondInstance()).toBe(0)
  expect(shell.windowCount()).toBe(1)
})

test('an engine that is killed is started again, and the page goes on', async ({ shell }) => {
  const first = await shell.processId(engineName)
  expect(first).toBeDefined()
  if (first !== undefined) process.kill(first, 'SIGKILL')

  await expect.poll(() => shell.processId(engineName)).not.toBe(first)
  await expect.poll(() => shell.processId(engineName)).toBeDefined()
  await expect(shell.page.getByRole('status')).toContainText('Engine ready')
  if (!hasShippedModel) return
  await shell.page.getByRole('button', { name: /^Run/ }).click()
  await expect(outcome(shell.page, 1)).toContainText('Valid', { timeout: 60_000 })
})

test('a model runs in a process of its own; when that is killed, the next run starts another', async ({ shell }) => {
  const { page } = shell
  await page.getByRole('combobox', { name: 'Model 1' }).selectOption(tinyModel)
  await page.getByRole('button', { name: /^Run/ }).click()
  await expect.poll(() => shell.processId('planwright-model-')).toBeDefined()
  const first = await shell.processId('planwright-model-')
  if (first !== undefined) process.kill(first, 'SIGKILL')
  await expect(page.getByRole('button', { name: /^Cancel/ })).toBeDisabled()

  await page.getByRole('button', { name: /^Run/ }).click()
  await expect.poll(async () => ((await shell.processId('planwright-model-')) ?? first) !== first).toBe(true)
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await expect(page.getByRole('button', { name: /^Cancel/ })).toBeDisabled()
})

test('a model is added by the dialog of the system', async ({ shell }, info) => {
  const file = info.outputPath('chosen.gguf')
  writeTinyGguf(file, { chatTemplate: chatMlTemplate, type: 'q8_0' })
  await shell.answerOpenDialog(file)
  await shell.page.getByRole('link', { name: 'Models' }).click()
  await shell.page.getByRole('button', { name: /^Add a model/ }).click()

  await expect(shell.page.getByRole('option', { name: /^chosen\b/ })).toBeVisible()
  await expect(shell.page.getByRole('article', { name: 'Details of chosen' })).toContainText('127,808')
})

test('quits, and takes the engine along', async ({ shell }) => {
  const engine = await shell.processId(engineName)
  await shell.quit()

  await expect.poll(() => isAlive(engine)).toBe(false)
})

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
