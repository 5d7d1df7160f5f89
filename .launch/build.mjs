// `npm run build`: engine and main process by tsc to dist/, the preload as one CommonJS file, the page by vite.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, say } from './install.mjs'
import { createRunner } from './stages.mjs'

const output = path.join(projectRoot, 'dist')
const stampFile = path.join(output, '.built')
const sources = ['src', 'electron', 'renderer', 'package-lock.json', '.launch/build.mjs']

/** Changes with any source file: name, size or time. */
function digestSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(path.join(projectRoot, source))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesUnder(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** What modules read at run time lies beside them, as in the source. */
function copyData() {
  const isData = (file) =>
    /\.(pl|json)$/.test(file) && !/(^|[/\\])(tsconfig[^/\\]*\.json|test|__fixtures__)([/\\]|$)/.test(file)
  for (const room of ['src', 'electron']) {
    for (const file of filesUnder(path.join(projectRoot, room)).filter(isData)) {
      const target = path.join(output, path.relative(projectRoot, file))
      mkdirSync(path.dirname(target), { recursive: true })
      cpSync(file, target)
    }
  }
}

async function build() {
  const run = createRunner()
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  // Types are `npm run check`'s: emitting needs none.
  const steps = [() => run.tool('tsc', ['-p', 'src/tsconfig.build.json', '--noCheck'])]
  if (existsSync(path.join(projectRoot, 'electron', 'preload.ts'))) {
    steps.push(() => run.tool('vite', ['build', '--config', 'electron/vite.config.ts', '--logLevel', 'warn']))
  }
  if (existsSync(path.join(projectRoot, 'renderer', 'vite.config.ts'))) {
    steps.push(() => run.tool('vite', ['build', '--config', 'renderer/vite.config.ts', '--logLevel', 'warn']))
  }
  if (existsSync(path.join(projectRoot, 'renderer', 'vite.replay.config.ts'))) {
    steps.push(() => run.tool('vite', ['build', '--config', 'renderer/vite.replay.config.ts', '--logLevel', 'warn']))
  }
  for (const step of steps) {
    const code = await step()
    if (code !== 0) return code
  }
  copyData()
  return 0
}

const digest = digestSources()
const upToDate = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest
if (!process.argv.includes('--if-needed') || !upToDate) {
  process.exitCode = await build()
  if (process.exitCode === 0) writeFileSync(stampFile, digest)
  else say('the build failed')
}
