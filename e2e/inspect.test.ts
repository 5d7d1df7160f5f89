import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { column, expect, outcome, pickExample, test } from './support/test.ts'

const facts = (page: Page) => page.getByRole('textbox', { name: 'Facts of the run, as Prolog clauses' })
const sentences = (page: Page) => page.getByRole('listbox', { name: 'Sentences of the problem' })
const steps = (page: Page) => page.getByRole('listbox', { name: 'Steps of the plan' })
const diff = (page: Page) => page.getByTestId('diff')

/** Runs an example with the first model and opens its run by the address. */
async function inspect(page: Page, example: string): Promise<string> {
  await pickExample(page, example)
  await page.getByRole('button', { name: /^Run/ }).click()
  await expect(outcome(page, 1)).toContainText(/Valid|No solution/)
  const link = column(page, 1).getByRole('link', { name: 'Inspect' })
  const address = (await link.getAttribute('href')) ?? ''
  await page.goto(new URL(address, page.url()).href)
  await expect(page.locator('.monaco-editor').first()).toBeVisible()
  return address
}

async function focusWithTab(page: Page, wanted: ReturnType<typeof facts>): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead there')
}

test('a clause is edited, run again and compared with its parent, with the keyboard alone', async ({ workbench }) => {
  const address = await inspect(workbench, 'Half an hour for three')
  await focusWithTab(workbench, facts(workbench))
  await workbench.keyboard.press('Control+End')
  await workbench.keyboard.press('Enter')
  await workbench.keyboard.type("not_before('Tobias', any, 780).")
  await workbench.keyboard.press('Control+Enter')

  await expect(diff(workbench)).toContainText("added: not_before('Tobias', any, 780).")
  await expect(diff(workbench)).toContainText('Meet on Thursday, 13:00 to 13:30 was: Meet on Thursday, 12:00 to 12:30')
  await expect(workbench.getByRole('link', { name: address.replace('#/run/', '') })).toBeVisible()
  await expect(workbench.getByText('its facts edited')).toBeVisible()
})

test('facts that cannot be read say where, are not run, and Ctrl+Z takes the edit back', async ({ workbench }) => {
  await inspect(workbench, 'Half an hour for three')
  await facts(workbench).focus()
  await workbench.keyboard.press('Control+End')
  await workbench.keyboard.type('\n:- halt.')

  await expect(workbench.getByRole('list', { name: 'What is wrong with the facts' })).toContainText('Line 13, column 1')
  await workbench.keyboard.press('Control+Enter')
  await expect(workbench.getByText('It was not run: Not a fact')).toBeVisible()
  await facts(workbench).focus()
  for (let presses = 0; presses < 8; presses++) await workbench.keyboard.press('Control+z')
  await expect(workbench.getByText('12 clauses', { exact: true })).toBeVisible()
})

test('an edit waits while one looks at another run', async ({ workbench }) => {
  const address = await inspect(workbench, 'Half an hour for three')
  await facts(workbench).focus()
  await workbench.keyboard.press('Control+End')
  await workbench.keyboard.type('\nlatest.')
  await workbench.evaluate(() => {
    window.location.hash = '#/problem'
  })
  await expect(workbench.getByLabel('Example')).toBeVisible()
  await workbench.evaluate((hash) => {
    window.location.hash = hash
  }, address)

  await expect(workbench.getByText('Not run yet')).toBeVisible()
  await expect(workbench.locator('.view-lines')).toContainText('latest.')
})

test('a sentence, its clauses and the steps that rest on them light up together', async ({ workbench }) => {
  await inspect(workbench, 'Four cities, direct flights')
  await steps(workbench).focus()
  await workbench.keyboard.press('End')

  await expect(sentences(workbench).locator('[data-lit="true"]')).toHaveCount(3)
  await expect(workbench.locator('.clause-lit')).toHaveCount(3)
  await sentences(workbench).getByText('gets married').hover()
  await expect(steps(workbench).locator('[data-lit="true"]')).toHaveText('Days 8 to 12: Tirana')
  await expect(sentences(workbench).getByRole('option', { name: 'The day of a flight' })).toHaveAttribute(
    'data-look',
    'none',
  )
})

test('an edited plan is judged at once and becomes a run of its own', async ({ workbench }) => {
  await inspect(workbench, 'Four cities, direct flights')
  await workbench.getByRole('button', { name: 'Edit the plan' }).click()
  await workbench.getByRole('textbox', { name: 'Last day, row 1' }).fill('5')
  await expect(workbench.getByText(/Invalid: the plan breaks/)).toBeVisible()
  await workbench.keyboard.press('Control+z')
  await expect(workbench.getByText('Valid: the plan keeps all the facts.')).toBeVisible()
  await workbench.getByRole('textbox', { name: 'Last day, row 1' }).fill('5')
  await workbench.keyboard.press('Control+Enter')

  await expect(workbench.getByTestId('outcome')).toContainText('Invalid')
  await expect(diff(workbench)).toContainText('Days 1 to 5: Zagreb was: Days 1 to 4: Zagreb')
  await expect(diff(workbench)).toContainText('The facts are the same.')
})

test('a prompt is asked again in other words', async ({ workbench }) => {
  await inspect(workbench, 'Half an hour for three')
  await sentences(workbench).getByText('We work').click()
  await workbench.locator('summary', { hasText: 'Prompt' }).click()
  await workbench.getByLabel('Sentence asked about').fill('We are there from 9:00 to 17:30.')
  await workbench.getByRole('button', { name: 'Run again from the prompt' }).click()

  await expect(diff(workbench)).toContainText('removed: work_hours(540, 1050).')
  await expect(workbench.getByTestId('outcome')).toContainText('Valid')
})

test('sampling goes into a run of its own', async ({ workbench }) => {
  await inspect(workbench, 'Half an hour for three')
  await workbench.getByRole('button', { name: 'Sampling' }).click()
  await workbench.getByLabel('Temperature').fill('0.7')
  await workbench.getByLabel('Seed').fill('4')
  await workbench.getByRole('button', { name: 'Run again with these' }).click()

  await expect(diff(workbench)).toContainText('Temperature 0.7, Seed 4')
  await expect(diff(workbench)).toContainText('as Planwright has it')
})

test('a run is run exactly again', async ({ workbench }) => {
  await inspect(workbench, 'No time for everyone')
  await sentences(workbench).focus()
  await workbench.keyboard.press('r')

  await expect(diff(workbench)).toContainText('The facts are the same.')
  await expect(workbench.getByText('run exactly again', { exact: false }).first()).toBeVisible()
  await expect(workbench.getByTestId('outcome')).toContainText('No solution')
})

test('an address of no run says so', async ({ workbench }) => {
  await workbench.evaluate(() => {
    window.location.hash = '#/run/run-none'
  })

  await expect(workbench.getByText('There is no run run-none here.')).toBeVisible()
})

for (const scheme of ['Light', 'Dark']) {
  test(`no serious accessibility finding in a run, ${scheme.toLowerCase()}`, async ({ workbench }) => {
    await workbench.getByText(scheme, { exact: true }).click()
    await inspect(workbench, 'Half an hour for three')
    await facts(workbench).focus()
    await workbench.keyboard.press('Control+End')
    await workbench.keyboard.type("\nnot_before('Tobias', any, 780).")
    await workbench.keyboard.press('Control+Enter')
    await expect(diff(workbench)).toBeVisible()
    await workbench.getByRole('button', { name: 'Edit the plan' }).click()
    await workbench.getByRole('button', { name: 'Sampling' }).click()
    for (const fold of await workbench.locator('summary').all()) await fold.click()
    await sentences(workbench).focus()
    await expect(workbench.getByText(/Valid: the plan|Invalid: the plan/)).toBeVisible()

    const { violations } = await new AxeBuilder({ page: workbench }).analyze()

    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  })
}
