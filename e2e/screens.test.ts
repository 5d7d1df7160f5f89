import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/test.ts'

/** Every screen by its address, and something that shows that it is there. */
const screens = [
  { address: '#/problem', shows: 'Run' },
  { address: '#/compare', shows: 'New comparison' },
  { address: '#/compare/new', shows: 'Add a variant' },
  { address: '#/runs', shows: 'Open Problem' },
  { address: '#/datasets', shows: 'Import a file …' },
  { address: '#/prompts', shows: 'Variables' },
  { address: '#/models', shows: 'or drop a GGUF file anywhere here' },
  { address: '#/settings', shows: 'Appearance' },
  { address: '#/traces', shows: 'Open a file …' },
  { address: '#/run/run-nothing', shows: 'It may have been made with another folder of runs.' },
  { address: '#/demonstrate', shows: 'Leave the demonstration' },
  { address: '#/nowhere', shows: 'Open the problem' },
] as const

for (const scheme of ['Light', 'Dark']) {
  test(`every screen opens by its address without a serious accessibility finding, ${scheme.toLowerCase()}`, async ({
    workbench,
  }) => {
    await workbench.getByText(scheme, { exact: true }).click()
    for (const { address, shows } of screens) {
      await workbench.evaluate((to) => {
        location.hash = to
      }, address)
      await expect(workbench.getByText(shows, { exact: true }).first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page: workbench }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${address} ${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      )
    }
  })
}

test('the palette finds commands, runs and models by name', async ({ workbench }) => {
  await workbench.keyboard.press('Control+k')
  await workbench.keyboard.type('datasets')
  await workbench.keyboard.press('Enter')
  await expect(workbench.getByRole('heading', { name: 'Datasets', level: 1 })).toBeVisible()

  await workbench.keyboard.press('?')
  await expect(workbench.getByRole('dialog', { name: 'Keys' })).toContainText('Open Compare')
})

test('problems that somebody wrote become a dataset', async ({ workbench }) => {
  await workbench.keyboard.press('Control+k')
  await workbench.keyboard.type('open datasets')
  await workbench.keyboard.press('Enter')
  await workbench.getByRole('button', { name: 'Write problems' }).click()
  await workbench.getByLabel('Name').fill('Two of mine')
  await workbench.getByLabel(/^Problems, one after/).fill('Meet Ana on Monday.\n---\nMeet Ben on Tuesday.')
  await workbench.getByRole('button', { name: 'Save' }).click()

  await expect(workbench.getByRole('heading', { name: 'Two of mine' })).toBeVisible()
  await expect(workbench.getByRole('option', { name: 'Meet Ben on Tuesday.' })).toBeVisible()
})

test('what is looked at stays as it was after the page is opened again', async ({ workbench }) => {
  await workbench.keyboard.press('Control+k')
  await workbench.keyboard.type('open settings')
  await workbench.keyboard.press('Enter')
  await workbench.getByRole('slider').focus()
  await workbench.keyboard.press('ArrowRight')
  await expect(workbench.getByRole('slider')).toHaveAttribute('aria-valuenow', '110')
  await workbench.waitForTimeout(600)
  await workbench.reload()
  await expect(workbench.getByRole('slider')).toHaveAttribute('aria-valuenow', '110')
})
