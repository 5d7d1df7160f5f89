import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { column, expect, facts, outcome, pickExample, test, writeProblem } from './support/test.ts'

test.describe('a problem and three models', () => {
  test('an example becomes three checked plans', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()

    for (const position of [1, 2, 3]) {
      await expect(outcome(workbench, position)).toContainText('Valid')
      await expect(column(workbench, position)).toContainText('Meet on Thursday from 12:00 to 12:30.')
      await expect(column(workbench, position)).toContainText('tokens/s')
    }
  })

  test('facts that clash are named in plain words', async ({ workbench }) => {
    await pickExample(workbench, 'No time for everyone')
    await workbench.getByRole('button', { name: /^Run/ }).click()

    await expect(outcome(workbench, 1)).toContainText('No solution')
    await expect(column(workbench, 1)).toContainText('Omar is busy every day from 9:00 to 11:00')
  })

  test('what a person types is what is run', async ({ workbench }) => {
    await writeProblem(workbench, 'Milk, eggs, bread and a bag of flour.')
    await workbench.getByRole('button', { name: /^Run/ }).click()

    await expect(outcome(workbench, 1)).toContainText('Not a problem')
  })

  test('a model that cannot be loaded leaves the others alone', async ({ workbench }) => {
    await column(workbench, 3).getByRole('combobox').selectOption('scripted-broken')
    await workbench.getByRole('button', { name: /^Run/ }).click()

    await expect(outcome(workbench, 3)).toContainText('Failed')
    await expect(column(workbench, 3)).toContainText('its header ends early')
    await expect(outcome(workbench, 1)).toContainText('Valid')
  })

  test('pointing at a fact lights up its words in the problem', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 1)).toContainText('Valid')
    await facts(workbench, 1).filter({ hasText: "busy('Ines', any, 810, 855)." }).hover()

    await expect(workbench.locator('.mark-pointed-argument').getByText('13:30')).toBeVisible()
  })

  test('program and trace are one click away', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 1)).toContainText('Valid')

    await column(workbench, 1).getByRole('tab', { name: 'Trace' }).click()
    await column(workbench, 1).getByRole('searchbox').fill('validate')
    const validate = column(workbench, 1).getByRole('treeitem').filter({ hasText: 'validate' })
    await expect(validate).toContainText('valid')
    await validate.click()
    await expect(column(workbench, 1).getByRole('complementary', { name: 'Span' })).toContainText('Meet on Thursday')
    await column(workbench, 1).getByRole('tab', { name: 'Program' }).click()
    await expect(column(workbench, 1).getByText('schedule(Day, Start, End)').first()).toBeVisible()
  })

  test('a plan is saved as a calendar file', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 1)).toContainText('Valid')
    await column(workbench, 1).getByRole('button', { name: 'Save as …' }).click()
    const download = workbench.waitForEvent('download')
    await workbench.getByRole('menuitem', { name: 'Calendar file (.ics)' }).click()

    const file = await download
    expect(file.suggestedFilename()).toMatch(/^run-\w+\.ics$/)
    expect(await readFile(await file.path(), 'utf8')).toContain('SUMMARY:Meeting: Ines\\, Tobias and Priya')
  })

  test('an engine that is gone is said to be gone', async ({ engine, page }) => {
    await page.goto(engine.url)
    await expect(page.getByRole('status')).toContainText('Engine ready')
    await engine.kill()

    await expect(page.getByRole('status')).toContainText('The engine does not answer')
  })
})

test('everything can be done with the keyboard', async ({ workbench }) => {
  const focused = workbench.locator(':focus')
  await workbench.keyboard.press('Tab')
  for (let presses = 0; presses < 9 && (await focused.getAttribute('aria-label')) !== 'Example'; presses++) {
    await workbench.keyboard.press('Tab')
  }
  await expect(focused).toHaveAccessibleName('Example')
  await workbench.keyboard.type('Four')
  await workbench.keyboard.press('Control+Enter')
  await expect(outcome(workbench, 1)).toContainText('Valid')

  const isOnFacts = async () => (await focused.getAttribute('aria-label'))?.startsWith('Facts of') ?? false
  for (let presses = 0; presses < 20 && !(await isOnFacts()); presses++) await workbench.keyboard.press('Tab')
  await workbench.keyboard.press('End')
  await expect(workbench.locator('.mark-pointed-argument').first()).toBeVisible()
})

for (const scheme of ['Light', 'Dark']) {
  test(`no serious accessibility finding, ${scheme.toLowerCase()}`, async ({ workbench }) => {
    await workbench.getByText(scheme, { exact: true }).click()
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 3)).toContainText('Valid')
    await expect(workbench.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme.toLowerCase())

    const { violations } = await new AxeBuilder({ page: workbench }).analyze()

    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  })
}
