import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/test.ts'

const editorOf = (title: string) => ({ name: `Text of the template ${title}` })

test.beforeEach(async ({ workbench }) => {
  await workbench.getByRole('link', { name: 'Prompts', exact: true }).click()
  await expect(workbench.locator('.monaco-editor').getByRole('textbox', editorOf('Translate'))).toBeAttached()
})

test('a prompt is changed, kept as a version and tried against the one before', async ({ workbench }) => {
  const editor = workbench.getByRole('textbox', editorOf('Translate'))
  await editor.focus()
  await workbench.keyboard.press('ControlOrMeta+Home')
  await workbench.keyboard.type('Read every sentence of this {{')
  await workbench.getByRole('option', { name: /^domain/ }).click()
  await workbench.keyboard.type('. ')
  const asked = workbench.getByRole('region', { name: 'What would be asked' })
  await expect(asked).toContainText('Read every sentence of this calendar. You translate')

  await workbench.getByRole('textbox', { name: 'Note' }).fill('Leaves nothing out')
  await workbench.keyboard.press('ControlOrMeta+s')
  await expect(workbench).toHaveURL(/#\/prompts\/chat-translate\/2$/)
  await expect(workbench.getByRole('link', { name: /Version 2.*Leaves nothing out/s })).toBeVisible()

  await workbench.getByRole('tab', { name: 'Try on problems' }).click()
  await workbench.getByLabel('Model').selectOption('scripted-chat')
  await workbench.getByLabel('All problems').uncheck()
  await workbench.getByLabel('Run on: Half an hour for three').check()
  await workbench.getByRole('button', { name: 'Run on 1 problem' }).click()

  const row = workbench.getByRole('row', { name: /Half an hour for three/ })
  await expect(row.getByRole('link', { name: /with version 1: Draft/ })).toBeVisible()
  await expect(row.getByRole('link', { name: /with version 2: Valid/ })).toBeVisible()
  await expect(row).toContainText('better')
  await expect(workbench.getByText('2 of 2 runs · 1 better')).toBeVisible()
})

test('what is wrong with a template is said at its place, and it cannot be saved', async ({ workbench }) => {
  await workbench.getByRole('textbox', editorOf('Translate')).focus()
  await workbench.keyboard.press('ControlOrMeta+Home')
  await workbench.keyboard.insertText('{{fact}} ')

  await expect(workbench.getByText('Line 1 There is no variable fact here. There are: domain, facts.')).toBeVisible()
  await expect(workbench.locator('.squiggly-error').first()).toBeVisible()
  await expect(workbench.getByRole('button', { name: /^Save as version/ })).toBeDisabled()
})

test('a draft waits while one looks at another template, and can be taken back', async ({ workbench }) => {
  await workbench.getByRole('textbox', editorOf('Translate')).focus()
  await workbench.keyboard.press('ControlOrMeta+Home')
  await workbench.keyboard.insertText('Please:')
  const asked = workbench.getByRole('region', { name: 'What would be asked' })
  await expect(asked).toContainText('Please:You translate')

  await workbench.getByRole('link', { name: 'Repair' }).click()
  await expect(asked).toContainText('"Nobody" does not stand in the text')
  await expect(workbench.getByRole('link', { name: /Translate/ })).toContainText('●')
  await workbench.getByRole('link', { name: /Translate/ }).click()
  await expect(asked).toContainText('Please:You translate')

  await workbench.getByRole('textbox', editorOf('Translate')).focus()
  await workbench.keyboard.press('ControlOrMeta+z')
  await expect(asked).not.toContainText('Please:')
  await expect(asked).toHaveAttribute('aria-busy', 'false')
})

for (const scheme of ['Light', 'Dark']) {
  test(`no serious accessibility finding, ${scheme.toLowerCase()}`, async ({ workbench }) => {
    await workbench.getByText(scheme, { exact: true }).click()
    const check = async () => {
      const { violations } = await new AxeBuilder({ page: workbench }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    }
    await expect(workbench.getByRole('region', { name: 'What would be asked' })).toContainText('You translate')
    await check()
    await workbench.getByRole('tab', { name: 'Try on problems' }).click()
    await expect(workbench.getByRole('row', { name: /Half an hour for three/ })).toBeVisible()
    await check()
  })
}
