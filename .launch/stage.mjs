// node .launch/stage.mjs STAGE [arguments for its tool]
import process from 'node:process'
import { createRunner, stages } from './stages.mjs'

const [name, ...args] = process.argv.slice(2)
process.exitCode = await stages[name](createRunner(), args)
