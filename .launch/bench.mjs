#!/usr/bin/env node
// `npm run bench`: rules, store and the whole job by `planwright bench`, then the window in a browser; `--only WHAT` for one of them.
import path from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './browser.mjs'
import { projectRoot, say } from './install.mjs'
import { createRunner } from './stages.mjs'

const args = process.argv.slice(2)
const only = args[args.indexOf('--only') + 1]
const run = createRunner()

async function benchWindow() {
  const browser = await ensureBrowser(run.node, run.environment)
  if (browser === undefined) {
    say('the window is measured in Chrome or Chromium: install one, or name its file in PLANWRIGHT_CHROMIUM')
    return 1
  }
  const built = await run.script('.launch/build.mjs', [])
  return built === 0 ? run.script(path.join('e2e', 'bench', 'window.ts'), [], { PLANWRIGHT_CHROMIUM: browser }) : built
}

const engineCode =
  only === 'window'
    ? 0
    : await run.script(path.relative(projectRoot, path.join(projectRoot, 'src', 'cli', 'main.ts')), ['bench', ...args])
process.exitCode =
  engineCode === 0 && (!args.includes('--only') || only === 'window') ? await benchWindow() : engineCode
