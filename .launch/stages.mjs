// What `npm run check`, `unit`, `build`, `e2e` and `npm test` are made of. Every stage resolves with an exit code.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled, projectRoot, say } from './install.mjs'
import { findNode, nodeEnvironment } from './pinned-node.mjs'
import { runChild } from './run-child.mjs'
import { testTraining } from './training.mjs'

export const resultFolder = path.join(projectRoot, 'node_modules', '.cache', 'planwright')

const tools = {
  biome: '@biomejs/biome/bin/biome',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
}

/** Runs tools and scripts of the project on the pinned Node, in the project's folder. */
export function createRunner() {
  ensureInstalled()
  mkdirSync(resultFolder, { recursive: true })
  const node = findNode()
  const environment = nodeEnvironment(node)
  const script = (file, args = [], env = {}) =>
    runChild(node, [path.join(projectRoot, file), ...args], { cwd: projectRoot, env: { ...environment, ...env } })
  return {
    node,
    environment,
    script,
    tool: (name, args, env) => script(path.join('node_modules', tools[name]), args, env),
  }
}

const vitest = ['run', '--config', 'src/vitest.config.ts']

/** Where a stage's runner leaves its results. */
export function resultFile(stage) {
  return path.join(resultFolder, `${stage}.json`)
}

async function inOrder(steps) {
  for (const step of steps) {
    const code = await step()
    if (code !== 0) return code
  }
  return 0
}

export const stages = {
  check: (run) =>
    inOrder([
      () => run.tool('tsc', ['-b']),
      () => run.tool('biome', ['check', '--error-on-warnings']),
      () => run.tool('vitest', [...vitest, 'src/test']),
    ]),
  unit: (run, args) => {
    rmSync(resultFile('unit'), { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile('unit')}`]
    return run.tool('vitest', [...vitest, ...reporters, ...args])
  },
  build: (run, args) => run.script('.launch/build.mjs', args),
  e2e: async (run, args) => {
    rmSync(resultFile('e2e'), { force: true })
    const browser = await ensureBrowser(run.node, run.environment)
    if (browser === undefined) {
      say('the end-to-end tests need Chrome or Chromium: install one, or name its file in PLANWRIGHT_CHROMIUM')
      return 1
    }
    const options = ['--config', 'e2e/playwright.config.ts', '--reporter=list,json', '--pass-with-no-tests']
    const env = { PLANWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile('e2e') }
    return run.tool('playwright', ['test', ...options, ...args], env)
  },
  training: (run) => testTraining(run.environment),
  dev: async (run) => {
    const page = run.tool('vite', ['build', '--watch', '--config', 'renderer/vite.config.ts'])
    const engine = runChild(run.node, ['--watch', path.join(projectRoot, 'src', 'cli', 'main.ts'), 'serve'], {
      cwd: projectRoot,
      env: run.environment,
    })
    return Math.max(...(await Promise.all([page, engine])))
  },
}
