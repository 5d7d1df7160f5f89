// The project runs on one major version of Node, which npm installs beside the other dependencies where it has it.
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, say } from './install.mjs'

const pinnedMajor = 24

/** The Node to run on; ends the process with one line where there is none. */
export function findNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major === pinnedMajor) return process.execPath
  const own = path.join(projectRoot, 'node_modules', ...packagedNode())
  if (existsSync(own)) return own
  if (major > pinnedMajor) return process.execPath
  say(
    `Node ${pinnedMajor} is needed and npm has none for ${process.platform} ${process.arch}: install it from nodejs.org.`,
  )
  process.exit(1)
}

function packagedNode() {
  if (process.platform === 'win32') return [`node-win-${process.arch}`, 'bin', 'node.exe']
  return [`node-${process.platform}-${process.arch}`, 'bin', 'node']
}

/** The environment of our processes on that Node: it comes first on PATH, and code with stripped types is kept. */
export function nodeEnvironment(node) {
  const binFolders = [path.dirname(node), path.join(projectRoot, 'node_modules', '.bin')]
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return {
    ...process.env,
    [pathName]: [...binFolders, process.env[pathName] ?? ''].join(path.delimiter),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(projectRoot, 'node_modules', '.cache', 'node'),
  }
}
