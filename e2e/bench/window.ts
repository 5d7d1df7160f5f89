// node e2e/bench/window.ts: how long a person waits for the window, with a browser and the real engine. `npm run bench` calls it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { type Browser, chromium, type Page } from '@playwright/test'
import { percentile } from '../../src/evaluation/statistics.ts'
import { openToWrite } from '../../src/storage/sqlite/store-database.ts'
import { storeFile } from '../../src/storage/sqlite/store-writer.ts'
import { startBuiltEngine } from './built-engine.ts'
import { workPerFrame } from './frame-work.ts'
import { writeLargeComparison } from './large-comparison.ts'
import { largeRun } from './large-run.ts'
import { memoryBelow } from './memory-below.ts'
import { openTrace } from './open-trace.ts'

const times = 5
const spans = 5_000
const size = { problems: 10_000, variants: 6 }

const executablePath = process.env['PLANWRIGHT_CHROMIUM']
const launch = () =>
  chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

const say = (words: string) => process.stderr.write(`${words}\n`)
const rows: (readonly [string, string, string])[] = []
const report = (what: string, values: readonly number[], bar: readonly [number, string]) =>
  rows.push([what, `${(percentile(values, 0.95) ?? 0).toFixed(0)} ${bar[1]}`, bar.join(' ')])

async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  await page.getByRole('status').filter({ hasText: 'Engine ready' }).waitFor()
  await page.getByRole('button', { name: /^Run/, disabled: false }).waitFor()
  return page
}

/** Milliseconds in the page from the key until `isThere` is, painted. */
async function untilPainted(page: Page, key: string, isThere: string): Promise<number> {
  const watch = await page.evaluateHandle((selector) => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const begin = () => {
      const from = performance.now()
      const look = () => {
        const there = document.querySelector(selector) !== null
        requestAnimationFrame(there ? () => resolve(performance.now() - from) : look)
      }
      requestAnimationFrame(look)
    }
    window.addEventListener('keydown', begin, { capture: true, once: true })
    return { promise }
  }, isThere)
  await page.keyboard.press(key)
  return watch.evaluate(({ promise }) => promise)
}

async function coldStarts(): Promise<void> {
  const [starts, memory, ours]: [number[], number[], number[]] = [[], [], []]
  for (let time = 0; time < times; time++) {
    say(`cold start ${time + 1} of ${times} ...`)
    const home = mkdtempSync(path.join(tmpdir(), 'planwright-bench-'))
    const from = performance.now()
    const [engine, browser] = await Promise.all([startBuiltEngine(home), launch()])
    await openWindow(browser, engine.url)
    starts.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const used = memoryBelow(process.pid)
    memory.push(used.all)
    ours.push(used.ours)
    await browser.close()
    await engine.kill()
    rmSync(home, { recursive: true, force: true })
  }
  report('cold start to usable (engine, browser, page)', starts, [2500, 'ms'])
  report('idle memory: engine and page', inMb(ours), [350, 'MB'])
  report('idle memory: with all of the browser', inMb(memory), [350, 'MB'])
}

const inMb = (bytes: readonly number[]) => bytes.map((one) => one / 1e6)

async function matrix(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'planwright-bench-'))
  say(`writing a comparison of ${size.problems} × ${size.variants} ...`)
  writeLargeComparison(home, size)
  const engine = await startBuiltEngine(home)
  const browser = await launch()
  const page = await openWindow(browser, engine.url)
  const label = `${size.problems.toLocaleString('en')} × ${size.variants}`
  const [opens, filters]: [number[], number[]] = [[], []]
  for (let time = 0; time < times; time++) {
    say(`opening the matrix, ${time + 1} of ${times} ...`)
    await page.evaluate(() => Object.assign(location, { hash: '#/compare' }))
    await page.getByRole('link', { name: 'Large', exact: true }).waitFor()
    // What the page has read before it does not read again.
    await page.reload()
    const link = page.getByRole('link', { name: 'Large', exact: true })
    await link.focus()
    opens.push(await untilPainted(page, 'Enter', '[role=gridcell] > span + span'))
  }
  report(`matrix ${label} opens`, opens, [1000, 'ms'])

  say('filtering ...')
  await page.getByRole('grid').focus()
  for (let time = 0; time < times; time++) {
    const count = page.locator('search [aria-live]')
    await page.evaluate(() => document.documentElement.removeAttribute('data-found'))
    const before = await count.textContent()
    await page.evaluate((text) => {
      const watch = () => {
        const now = document.querySelector('search [aria-live]')?.textContent
        if (now === text) requestAnimationFrame(watch)
        else document.documentElement.setAttribute('data-found', '')
      }
      requestAnimationFrame(watch)
    }, before)
    filters.push(await untilPainted(page, 'f', '[data-found]'))
    await page.keyboard.press('f')
    await page.waitForFunction((text) => document.querySelector('search [aria-live]')?.textContent === text, before)
  }
  report(`filter ${label}`, filters, [150, 'ms'])

  say('scrolling ...')
  const traceFile = path.join(home, 'scroll.json')
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'devtools.timeline.frame'],
  })
  await page.getByRole('grid').hover()
  for (let wheel = 0; wheel < 120; wheel++) {
    await page.mouse.wheel(0, 180)
    await page.waitForTimeout(16)
  }
  writeFileSync(traceFile, await browser.stopTracing())
  report(`main-thread work a frame while ${label} scrolls`, workPerFrame(traceFile), [12, 'ms'])
  await browser.close()
  await engine.kill()
  rmSync(home, { recursive: true, force: true })
}

async function trace(): Promise<void> {
  say(`opening a trace of ${spans} spans, ${times} times ...`)
  const home = mkdtempSync(path.join(tmpdir(), 'planwright-bench-'))
  const database = openToWrite(storeFile(home))
  for (let time = 0; time < times; time++) {
    const runId = `run-large${time}`
    database.write([{ kind: 'events', runId, events: largeRun(runId, spans) }])
  }
  database.close()
  const engine = await startBuiltEngine(home)
  const browser = await launch()
  const page = await openWindow(browser, engine.url)
  const opens: number[] = []
  for (let time = 0; time < times; time++) opens.push((await openTrace(page, `run-large${time}`)).openMs)
  report(`trace of ${spans.toLocaleString('en')} spans opens`, opens, [500, 'ms'])
  await browser.close()
  await engine.kill()
  rmSync(home, { recursive: true, force: true })
}

await coldStarts()
await matrix()
await trace()
const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
for (const row of [['p95', 'measured', 'bar'], ...rows]) {
  process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
}
