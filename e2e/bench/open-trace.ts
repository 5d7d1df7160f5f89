import type { Page } from '@playwright/test'

export interface OpenedTrace {
  readonly spans: number
  /** From the moment the address was opened until the first rows were painted: read from the store, sent, laid out. */
  readonly openMs: number
  /** From a pressed "End" until the last row was painted. */
  readonly endMs: number
}

/** Opens the trace of a kept run (see `largeRun`) in the window that `page` shows, and measures what a person waits for. */
export async function openTrace(page: Page, runId: string): Promise<OpenedTrace> {
  await page.goto(`${page.url().split('#')[0]}#/traces`)
  // What the page has read before it does not read again.
  await page.reload()
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  const first = { event: 'hashchange', row: '[role=treeitem][aria-level="1"]' }
  const openMs = await measured(page, first, () =>
    page.evaluate((id) => void Object.assign(window.location, { hash: `#/traces/${id}` }), runId),
  )
  const all = await page.locator('main [role=status]').first().textContent()
  const spans = Number(all?.replaceAll(/\D/g, ''))

  await page.getByRole('tree').focus()
  const last = { event: 'keydown', row: '[role=treeitem][aria-selected="true"]' }
  const endMs = await measured(page, last, () => page.keyboard.press('End'))
  return { spans, openMs, endMs }
}

interface Awaited {
  readonly event: string
  /** Selector of a row. */
  readonly row: string
}

/** Milliseconds in the page from an event until a row is there and painted. */
async function measured(page: Page, awaited: Awaited, act: () => Promise<void>): Promise<number> {
  // The measurement has to stand before the key is pressed: the two take different ways into the page.
  const watch = await page.evaluateHandle((wanted) => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const begin = () => {
      const from = performance.now()
      const look = () => {
        const isThere = document.querySelector(wanted.row) !== null
        requestAnimationFrame(isThere ? () => resolve(performance.now() - from) : look)
      }
      requestAnimationFrame(look)
    }
    window.addEventListener(wanted.event, begin, { capture: true, once: true })
    return { promise }
  }, awaited)
  await act()
  return watch.evaluate(({ promise }) => promise)
}
