// `npm start`: builds and opens the desktop window; serves the same workbench at a local address where that can't be.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, say } from './install.mjs'
import { runChild } from './run-child.mjs'
import { createRunner, stages } from './stages.mjs'

const electronPackage = path.join(projectRoot, 'node_modules', 'electron')

/** Why there can be no window here; undefined where there can. */
function missingForWindow() {
  if (process.argv.includes('--browser')) return 'as you asked'
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'there is no display'
  if (process.platform === 'linux' && process.getuid?.() === 0) return "Electron's sandbox does not run as root"
  return undefined
}

/** Electron's binary; it isn't part of the npm package, which fetches it when it is first wanted. */
function electronBinary(run) {
  const pathFile = path.join(electronPackage, 'path.txt')
  const find = () => {
    if (!existsSync(pathFile)) return undefined
    const file = path.join(
      process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(electronPackage, 'dist'),
      readFileSync(pathFile, 'utf8'),
    )
    return existsSync(file) ? file : undefined
  }
  const found = find()
  if (found !== undefined) return found
  say("fetching Electron's binary (once) ...")
  spawnSync(run.node, [path.join(electronPackage, 'install.js')], {
    env: run.environment,
    stdio: 'ignore',
    timeout: 600_000,
  })
  return find()
}

function serve(run, why) {
  say(`no desktop window (${why}): serving the workbench at a local address instead`)
  const args = process.argv.slice(2).filter((argument) => argument !== '--browser')
  return run.script('dist/src/cli/main.js', ['serve', ...args])
}

async function start() {
  const run = createRunner()
  const built = await stages.build(run, ['--if-needed'])
  if (built !== 0) return built
  const missing = missingForWindow()
  if (missing !== undefined) return serve(run, missing)
  const electron = electronBinary(run)
  if (electron === undefined) return serve(run, "Electron's binary could not be fetched")
  const opened = Date.now()
  const code = await runChild(electron, [projectRoot, ...process.argv.slice(2)], { env: run.environment })
  // A machine whose system forbids Electron's sandbox ends it at once.
  return code !== 0 && code < 128 && Date.now() - opened < 5000 ? serve(run, `Electron ended with code ${code}`) : code
}

process.exitCode = await start()
