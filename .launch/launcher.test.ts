import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const lockText = readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')

let project = ''
let launcher = ''

/** A project with our launchers, an empty lock file and a command of the test's own. */
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'planwright-launch-'))
  launcher = path.join(project, '.launch', 'planwright.mjs')
  cpSync(import.meta.dirname, path.join(project, '.launch'), { recursive: true })
  mkdirSync(path.join(project, 'src', 'cli'), { recursive: true })
  mkdirSync(path.join(project, 'node_modules'))
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }')
  writeFileSync(path.join(project, 'package-lock.json'), lockText)
  stamp(lockText)
})

afterEach(() => {
  rmSync(project, { recursive: true, force: true })
})

function stamp(lock: string): void {
  const digest = createHash('sha256').update(lock).digest('hex')
  writeFileSync(path.join(project, 'node_modules', '.planwright-install'), digest)
}

function writeCommand(source: string): void {
  writeFileSync(path.join(project, 'src', 'cli', 'main.ts'), source)
}

describe('the planwright launcher', () => {
  it('hands over arguments, standard input and output, and the exit code', () => {
    writeCommand(`
      const args: string[] = process.argv.slice(2)
      process.stdin.on('data', (data: Buffer) => process.stdout.write(args.join('+') + data))
      process.stdin.on('end', () => process.exit(7))
    `)

    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'a', 'b c'], {
      input: '!',
      encoding: 'utf8',
    })

    expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: 'a+b c!', stderr: '' })
  })

  it.skipIf(process.platform === 'win32')('ends with 130 when it is interrupted', async () => {
    writeCommand(`
      process.on('SIGINT', () => process.exit(130))
      process.stdout.write('ready')
      setInterval(() => {}, 1000)
    `)
    const child = spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.once('data', () => child.kill('SIGINT'))

    const code = await new Promise((resolve) => child.once('exit', resolve))

    expect(code).toBe(130)
  })

  it("takes npm's own record for an installation when it agrees with the lock file", () => {
    writeCommand("process.stdout.write('ran')")
    const lock = JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } })
    writeFileSync(path.join(project, 'package-lock.json'), lock)
    mkdirSync(path.join(project, 'node_modules', 'a'))
    const record = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } })
    writeFileSync(path.join(project, 'node_modules', '.package-lock.json'), record)

    const { stdout, stderr } = spawnSync(process.execPath, [launcher], { encoding: 'utf8' })

    expect({ stdout, stderr }).toEqual({ stdout: 'ran', stderr: '' })
  })

  it('installs again when the lock file has changed, and says so on stderr only', () => {
    writeCommand("process.stdout.write('ran')")
    writeFileSync(
      path.join(project, 'package-lock.json'),
      '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }',
    )
    // Stands for npm: no network, and the run must go on after a successful installation.
    const npm = path.join(project, 'npm.js')
    writeFileSync(npm, "console.log('npm', ...process.argv.slice(2))")

    const env = { ...process.env, npm_execpath: npm }
    const { stdout, stderr } = spawnSync(process.execPath, [launcher], { encoding: 'utf8', env })

    expect(stdout).toBe('ran')
    expect(stderr).toContain('npm ci --ignore-scripts')
  })
})
