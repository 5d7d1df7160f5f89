import { hasShippedModel } from './support/engine-server.ts'
import { expect, facts, outcome, pickExample, test } from './support/test.ts'

const models = hasShippedModel ? (['scripted', 'real'] as const) : (['scripted'] as const)

for (const model of models) {
  test.describe(`a slowed model (${model})`, () => {
    test.use({ model, delayMs: 50 })

    test('the first fact is on screen before the last sentence is begun', async ({ workbench }) => {
      await pickExample(workbench, 'Three friends in one town')
      await workbench.getByRole('button', { name: /^Run/ }).click()
      await expect(facts(workbench, 1).first()).toBeVisible()

      await expect(facts(workbench, 1).filter({ hasText: 'Elena' })).toHaveCount(0)
      await expect(outcome(workbench, 1)).toContainText('Translating')
    })

    test('Escape stops it', async ({ workbench }) => {
      await pickExample(workbench, 'Three friends in one town')
      await workbench.keyboard.press('Control+Enter')
      await expect(facts(workbench, 1).first()).toBeVisible()
      await workbench.keyboard.press('Escape')

      await expect(outcome(workbench, 1)).toContainText('Cancelled')
      await expect(workbench.getByRole('button', { name: /^Run again/ })).toBeEnabled()
    })
  })
}
