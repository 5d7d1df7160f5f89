#!/usr/bin/env node
// `npm run picture`: builds, then takes the pictures of the README from the real app with the real model.
import path from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './browser.mjs'
import { say } from './install.mjs'
import { createRunner } from './stages.mjs'

const run = createRunner()
const browser = await ensureBrowser(run.node, run.environment)
if (browser === undefined) {
  say('the pictures are taken in Chrome or Chromium: install one, or name its file in PLANWRIGHT_CHROMIUM')
  process.exitCode = 1
} else {
  const built = await run.script('.launch/build.mjs', ['--if-needed'])
  process.exitCode =
    built === 0
      ? await run.script(path.join('e2e', 'picture', 'readme-picture.ts'), [], { PLANWRIGHT_CHROMIUM: browser })
      : built
}
