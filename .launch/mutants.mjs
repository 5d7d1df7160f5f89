// `npm run test:mutants`: breaks the code in the ways that src/test/mutants.json lists, one at a time, in a copy of the
// tree; the tests named beside each have to turn red. A mutant that no test notices fails the run.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, say } from './install.mjs'
import { runChild } from './run-child.mjs'
import { createRunner } from './stages.mjs'
import { readVitest } from './tally.mjs'

const copied = ['src', 'electron', 'renderer', 'e2e', 'models', 'datasets', '.launch', 'package.json', 'tsconfig.json']
const limitMs = 5 * 60_000

/** The tree without what git ignores; dependencies are shared. */
function copyTree() {
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-mutants-'))
  const filter = (source) => !/[/\\](node_modules|dist|runs|__pycache__)$/.test(source)
  for (const name of copied.filter((one) => existsSync(path.join(projectRoot, one)))) {
    cpSync(path.join(projectRoot, name), path.join(folder, name), { recursive: true, filter })
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  return folder
}

/** What the tests say in the copy: `green`, `red`, or `broken` where they did not even run. */
async function runTests(run, folder, tests) {
  const results = path.join(folder, 'results.json')
  rmSync(results, { force: true })
  const args = [
    'run',
    '--config',
    'src/vitest.config.ts',
    '--reporter=json',
    `--outputFile.json=${results}`,
    '--bail=1',
  ]
  const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  // A mutant may run for ever: that is noticed too.
  const code = await runChild(run.node, [vitest, ...args, ...tests.split(' ')], {
    cwd: folder,
    env: run.environment,
    stdio: 'ignore',
    timeout: limitMs,
  })
  if (code === 0) return 'green'
  if (code === 130) throw new Error('interrupted')
  const tally = readVitest(results)
  if (tally === undefined) return code === 143 ? 'red' : 'broken'
  return tally.failed > 0 ? 'red' : 'broken'
}

async function judge(run, folder, mutant) {
  const file = path.join(folder, mutant.file)
  const source = readFileSync(file, 'utf8')
  const places = source.split(mutant.find).length - 1
  if (places !== 1) return `broken (its text occurs ${places} times in ${mutant.file})`
  writeFileSync(
    file,
    source.replace(mutant.find, () => mutant.replace),
  )
  try {
    return await runTests(run, folder, mutant.test)
  } finally {
    writeFileSync(file, source)
  }
}

async function main() {
  const run = createRunner()
  const mutants = JSON.parse(readFileSync(path.join(projectRoot, 'src', 'test', 'mutants.json'), 'utf8'))
  const folder = copyTree()
  try {
    for (const tests of new Set(mutants.map(({ test }) => test))) {
      const before = await runTests(run, folder, tests)
      if (before === 'green') continue
      say(`${tests}: these tests are ${before} without any mutant`)
      return 1
    }
    let survivors = 0
    for (const mutant of mutants) {
      const verdict = await judge(run, folder, mutant)
      if (verdict !== 'red') survivors++
      process.stdout.write(
        `${verdict === 'green' ? 'SURVIVED' : verdict}: ${mutant.file}: ${mutant.why} (${mutant.test})\n`,
      )
    }
    process.stdout.write(`\n${mutants.length - survivors} mutants noticed, ${survivors} not\n`)
    return survivors === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
