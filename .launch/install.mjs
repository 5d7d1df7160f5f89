// Makes sure that node_modules is what package-lock.json says. Plain JavaScript without dependencies: this is what runs
// first on a fresh clone, on Node 20.19 or later.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const modules = path.join(projectRoot, 'node_modules')
const stampFile = path.join(modules, '.planwright-install')

/** Messages go to stderr: standard output belongs to the command that runs. */
export function say(message) {
  process.stderr.write(`planwright: ${message}\n`)
}

export function ensureInstalled() {
  const lockText = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')
  const digest = createHash('sha256').update(lockText).digest('hex')
  if (readIfThere(stampFile) === digest) return
  if (!matchesLock(JSON.parse(lockText))) install()
  writeFileSync(stampFile, digest)
}

function install() {
  say('installing the pinned dependencies (npm ci) ...')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const [file, all, shell] = npm?.endsWith('.js')
    ? [process.execPath, [npm, ...args], false]
    : ['npm', args, process.platform === 'win32']
  const { status, error } = spawnSync(file, all, {
    cwd: projectRoot,
    shell,
    // A script of ours may be reached through npm with settings for itself; the install starts from none of them.
    env: { ...process.env, NODE_LLAMA_CPP_POSTINSTALL: 'skip', NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true' },
    stdio: ['ignore', 2, 2],
  })
  if (status === 0) return
  say(`the installation failed (${error?.message ?? `npm ci ended with ${status}`}). Check the network and try again.`)
  process.exit(1)
}

/** Whether npm's own record of what it installed agrees with the lock file, as after `npm ci` by hand. */
function matchesLock(lock) {
  const record = readIfThere(path.join(modules, '.package-lock.json'))
  if (record === undefined) return false
  const installed = JSON.parse(record).packages
  const asLocked = Object.entries(installed).every(([name, entry]) => lock.packages[name]?.version === entry.version)
  const complete = Object.entries(lock.packages).every(
    ([name, entry]) =>
      name === '' ||
      entry.optional ||
      entry.devOptional ||
      (installed[name] !== undefined && existsSync(path.join(projectRoot, name))),
  )
  return asLocked && complete
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
