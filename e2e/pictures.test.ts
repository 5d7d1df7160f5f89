import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { column, expect, outcome, pickExample, test } from './support/test.ts'

async function runExample(workbench: Page, title?: string): Promise<void> {
  if (title !== undefined) await pickExample(workbench, title)
  await workbench.getByRole('button', { name: /^Run/ }).click()
  await expect(outcome(workbench, 1)).toContainText('Valid')
}

/** What can be pointed at in the first column's picture. */
function choices(workbench: Page) {
  return column(workbench, 1).getByRole('region', { name: 'Plan' }).getByRole('listbox')
}

test.describe('the picture of a plan', () => {
  test('tells why a time won’t do, to the mouse and to the keys', async ({ workbench }) => {
    await runExample(workbench)
    const plan = column(workbench, 1).getByRole('region', { name: 'Plan' })
    const reason = 'Thursday, 10:00 to 10:30: not possible. Ines is busy every day from 9:00 to 11:00.'

    await choices(workbench).getByRole('option', { name: 'Thursday, 10:00 to 10:30' }).hover()
    await expect(plan.locator('p').filter({ hasText: reason })).toBeVisible()
    await expect(workbench.locator('.mark-pointed-argument').first()).toBeVisible()

    await workbench.mouse.move(0, 0)
    await expect(plan.locator('p').filter({ hasText: reason })).toHaveCount(0)
    await choices(workbench).focus()
    await workbench.keyboard.press('ArrowRight')
    await workbench.keyboard.press('ArrowRight')
    await expect(plan.locator('p').filter({ hasText: reason })).toBeVisible()
    await expect(choices(workbench).getByRole('option', { selected: true })).toHaveAccessibleName(
      new RegExp(`^${reason}`),
    )
  })

  for (const scheme of ['Light', 'Dark']) {
    test(`is saved as it is drawn, ${scheme.toLowerCase()}`, async ({ workbench }) => {
      await workbench.getByText(scheme, { exact: true }).click()
      await runExample(workbench, 'Four cities, direct flights')
      await expect(choices(workbench)).toBeAttached()
      const paper = await workbench.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--bg').trim(),
      )
      const save = async (name: string) => {
        const download = workbench.waitForEvent('download')
        await workbench.getByRole('menuitem', { name }).click()
        return readFile(await (await download).path())
      }
      await column(workbench, 1).getByRole('button', { name: 'Save as …' }).click()

      const svg = (await save('Picture (.svg)')).toString('utf8')
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      expect(svg).toContain('>Sarajevo<')
      expect(svg).toContain(`fill="${paper}"`)
      expect(svg).not.toContain('var(')

      const png = await save('Picture (.png)')
      const width = Number(/^<svg[^>]* width="(\d+)"/.exec(svg)?.[1])
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      expect(png.readUInt32BE(16)).toBe(2 * width)
    })
  }
})
