import { hasShippedModel } from './support/engine-server.ts'
import { column, expect, facts, outcome, pickExample, test } from './support/test.ts'

test.use({ model: 'real' })
test.skip(!hasShippedModel && process.env['CI'] !== 'true', 'no model in models/planwright-nano')

test('the shipped model in three quantizations plans a meeting for three', async ({ workbench }) => {
  await pickExample(workbench, 'Half an hour for three')
  await workbench.getByRole('button', { name: /^Run/ }).click()

  for (const position of [1, 2, 3]) {
    await expect(outcome(workbench, position)).toContainText('Valid', { timeout: 60_000 })
    const picture = column(workbench, position).getByRole('listbox', { name: /^The week of each person/ })
    await expect(picture).toBeVisible()
  }
})

test('the shipped model finds that two people have no time for each other', async ({ workbench }) => {
  await pickExample(workbench, 'No time for everyone')
  await workbench.getByRole('button', { name: /^Run/ }).click()

  await expect(outcome(workbench, 1)).toContainText('No solution', { timeout: 60_000 })
  await expect(column(workbench, 1)).toContainText('Omar is busy')
})

// How often the model is right is for `planwright evaluate` to say; here every problem has to come to an end in words.
for (const title of ['Four cities, direct flights', 'Three friends in one town']) {
  test(`the shipped model in three quantizations brings "${title}" to an end`, async ({ workbench }) => {
    await pickExample(workbench, title)
    await workbench.getByRole('button', { name: /^Run/ }).click()

    for (const position of [1, 2, 3]) {
      await expect(outcome(workbench, position)).toContainText(/Valid|No solution|Draft|Incomplete/, {
        timeout: 60_000,
      })
      await expect(facts(workbench, position).first()).toBeVisible()
    }
  })
}
