// Finds a Chromium for the end-to-end tests, or gets one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, say } from './install.mjs'
import { runChild } from './run-child.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

/** The browser's file; undefined where none was found and none could be had. */
export async function ensureBrowser(node, environment) {
  return findBrowser(environment) ?? (await playwrightBrowser(node, environment)) ?? systemBrowser(environment)
}

function findBrowser(environment) {
  const wanted = environment.PLANWRIGHT_CHROMIUM
  if (wanted !== undefined && existsSync(wanted)) return wanted
  if (wanted) say(`PLANWRIGHT_CHROMIUM names ${wanted}, which is not there; looking for another browser`)
  return [...onPath(environment), ...usualPlaces(environment)].find((file) => existsSync(file))
}

function onPath(environment) {
  const folders = (environment.PATH ?? environment.Path ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const ending = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => path.join(folder, `${name}${ending}`)))
}

function usualPlaces(environment) {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const folders = ['/Applications', path.join(homedir(), 'Applications')]
    return folders.flatMap((folder) => apps.map((app) => path.join(folder, `${app}.app`, 'Contents', 'MacOS', app)))
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    const apps = [['Google', 'Chrome'], ['Chromium'], ['Microsoft', 'Edge']]
    return folders.flatMap((folder) =>
      apps.map((app) => path.join(folder, ...app, 'Application', app.at(-1) === 'Edge' ? 'msedge.exe' : 'chrome.exe')),
    )
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium']
}

/** Playwright's own, fetched if need be. */
async function playwrightBrowser(node, environment) {
  say('no Chrome or Chromium found; asking Playwright for one')
  const command = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
  await runChild(node, [command, 'install', 'chromium'], { env: environment })
  const ask = "import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))"
  const { stdout } = spawnSync(node, ['-e', ask], { cwd: projectRoot, env: environment, encoding: 'utf8' })
  return stdout && existsSync(stdout) ? stdout : undefined
}

/** The system's package: on a throw-away CI machine only, never on a person's. */
function systemBrowser(environment) {
  const mayInstall = environment.CI === 'true' && process.platform === 'linux' && process.getuid?.() === 0
  if (!mayInstall) return undefined
  say('installing the system package chromium (CI, root)')
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  return findBrowser(environment)
}
