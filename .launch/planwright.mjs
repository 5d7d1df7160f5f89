#!/usr/bin/env node
// The `planwright` command: straight from source, on the pinned Node.
import nodeModule from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, projectRoot } from './install.mjs'
import { findNode, nodeEnvironment } from './pinned-node.mjs'
import { runChild } from './run-child.mjs'

const command = path.join(projectRoot, 'src', 'cli', 'main.ts')

ensureInstalled()
const node = findNode()
const environment = nodeEnvironment(node)
if (node === process.execPath) {
  Object.assign(process.env, environment)
  // Node 20 has no such function, and never comes here.
  nodeModule.enableCompileCache(environment.NODE_COMPILE_CACHE)
  process.argv[1] = command
  await import(pathToFileURL(command).href)
} else {
  process.exitCode = await runChild(node, [command, ...process.argv.slice(2)], { env: environment })
}
