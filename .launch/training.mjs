// `npm run test:training`: the whole training recipe in miniature, in a Python with the pinned packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, say } from './install.mjs'
import { runChild } from './run-child.mjs'

const requirements = path.join(projectRoot, 'models', 'training', 'requirements.txt')
const ownFolder = process.env.PLANWRIGHT_VENV ?? path.join(projectRoot, '.venv')
const own =
  process.platform === 'win32' ? path.join(ownFolder, 'Scripts', 'python.exe') : path.join(ownFolder, 'bin', 'python')

/** A Python that has what requirements.txt pins; makes one in .venv where there is none. */
function ensurePython() {
  const system = process.platform === 'win32' ? 'python' : 'python3'
  const candidates = [process.env.PLANWRIGHT_PYTHON, own, system].filter((python) => python !== undefined)
  const found = candidates.find(hasRequirements)
  if (found !== undefined) return found
  say('installing the pinned Python packages into .venv ...')
  if (!existsSync(own)) succeed(system, ['-m', 'venv', ownFolder])
  succeed(own, ['-m', 'pip', 'install', '--disable-pip-version-check', '--requirement', requirements])
  return own
}

function hasRequirements(python) {
  const pins = readFileSync(requirements, 'utf8').matchAll(/^([\w.-]+)==([\w.]+)/gm)
  // A local version such as 2.13.0+cpu is the same release.
  const checks = [...pins].map(([, name, version]) => `version('${name}').split('+')[0] == '${version}'`)
  const program = `from importlib.metadata import version\nimport sys\nsys.exit(0 if ${checks.join(' and ')} else 1)`
  return spawnSync(python, ['-c', program], { stdio: 'ignore' }).status === 0
}

function succeed(file, args) {
  const { status, error } = spawnSync(file, args, { stdio: ['ignore', 2, 2] })
  if (status === 0) return
  say(`${file} ${args.join(' ')} failed (${error?.message ?? `exit code ${status}`})`)
  process.exit(1)
}

/** Unit tests of the training code, then a few steps, export, load and generate. */
export async function testTraining(environment) {
  const python = ensurePython()
  const options = { cwd: path.join(projectRoot, 'models'), env: { ...environment, PYTHONDONTWRITEBYTECODE: '1' } }
  const tests = await runChild(python, ['-m', 'unittest', 'discover', '-s', 'training', '-t', '.'], options)
  return tests === 0 ? runChild(python, ['-m', 'training.run', '--smoke'], options) : tests
}
