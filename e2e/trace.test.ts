import { AxeBuilder } from '@axe-core/playwright'
import { column, expect, outcome, test } from './support/test.ts'

test.describe('the trace of a run', () => {
  test('is walked with the keyboard and is clean for those who hear it', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 1)).toContainText('Valid')
    await column(workbench, 1).getByRole('tab', { name: 'Trace' }).click()
    const tree = column(workbench, 1).getByRole('tree')
    await tree.focus()
    await workbench.keyboard.press('/')
    await workbench.keyboard.type('the earlier the')
    await workbench.keyboard.press('Enter')

    await expect(tree.getByRole('treeitem', { selected: true })).toContainText('run')
    await workbench.keyboard.press('End')
    await workbench.keyboard.press('Enter')
    await expect(column(workbench, 1).getByRole('complementary', { name: 'Span' })).toContainText('earliest')
    const { violations } = await new AxeBuilder({ page: workbench }).include('[data-testid="column-1"]').analyze()
    expect(violations).toEqual([])
    await workbench.keyboard.press('Escape')
    await expect(tree).toBeFocused()
  })

  test('is saved as a file and opened again', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 1)).toContainText('Valid')
    await column(workbench, 1).getByRole('button', { name: 'Save as …' }).click()
    const [download] = await Promise.all([
      workbench.waitForEvent('download'),
      workbench.getByRole('menuitem', { name: /^Trace/ }).click(),
    ])
    const file = await download.path()
    await workbench.goto(`${workbench.url().split('#')[0]}#/traces`)
    await workbench.locator('input[type=file]').setInputFiles(file)

    const tree = workbench.getByRole('tree')
    await expect(tree.getByRole('treeitem').first()).toContainText('solved')
    await tree.getByRole('treeitem').filter({ hasText: 'tau-prolog' }).click()
    await expect(workbench.getByRole('complementary', { name: 'Span' })).toContainText("Day = 'Thursday'")
    const { violations } = await new AxeBuilder({ page: workbench }).include('main').analyze()
    expect(violations).toEqual([])
  })

  test('says in words why a file cannot be read', async ({ workbench }) => {
    await workbench.goto(`${workbench.url().split('#')[0]}#/traces`)
    const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"hello": 1}') }
    await workbench.locator('input[type=file]').setInputFiles(file)

    await expect(workbench.getByRole('main').getByRole('alert')).toContainText('Line 1 is no OpenTelemetry trace')
  })

  test('is sent only when asked for, and says that nobody listens', async ({ workbench }) => {
    await workbench.getByRole('button', { name: /^Run/ }).click()
    await expect(outcome(workbench, 1)).toContainText('Valid')
    await column(workbench, 1).getByRole('tab', { name: 'Trace' }).click()
    await column(workbench, 1).getByRole('button', { name: 'Send …' }).click()
    await workbench.getByLabel('Address').fill('http://127.0.0.1:59999')
    await workbench.getByRole('button', { name: 'Send', exact: true }).click()

    await expect(workbench.getByRole('dialog').getByRole('alert')).toContainText('Nothing listens at 127.0.0.1:59999.')
  })
})
