import { resolve } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { type Command, exitCodes, type Terminal } from './command.ts'
import { badUsage, parseArguments } from './parse-arguments.ts'
import { withEngine } from './with-engine.ts'

type StoreMaintenance = Engine['storeMaintenance']

const usage = `planwright store check | store backup FILE | store export FOLDER | store restore FILE | store recover FOLDER

  check           reads everything that is kept, says whether it is sound, and what was set aside
  backup FILE     copies all runs into a new file, also while Planwright is running
  export FOLDER   writes everything as JSON Lines into a new folder, also while Planwright is running
  restore FILE    puts a backup in the place of what is kept, which is set aside, not deleted
  recover FOLDER  takes over what can still be read of a damaged store that was set aside`

function check(store: StoreMaintenance, terminal: Terminal): number {
  const result = store.check()
  switch (result.status) {
    case 'empty':
      terminal.write(`${store.file}: nothing is kept yet\n`)
      break
    case 'sound':
      terminal.write(
        `${store.file}: sound, ${result.runs} runs, ${result.events} events, ${(result.bytes / 1e6).toFixed(1)} MB\n`,
      )
      break
    case 'damaged':
      terminal.write(`${store.file}: damaged\n${result.findings.map((finding) => `  ${finding}\n`).join('')}`)
      terminal.say('planwright store restore FILE puts a backup in its place; it is set aside, not deleted.')
  }
  for (const folder of store.setAside()) terminal.say(`Set aside: ${folder}`)
  return result.status === 'damaged' ? exitCodes.failed : exitCodes.done
}

/** Looks after what is kept. */
export const storeCommand: Command = {
  name: 'store',
  summary: 'checks, backs up, exports, restores or recovers what is kept',
  usage,
  async run(args, terminal, openEngine) {
    const { positionals } = parseArguments(args, { options: {}, usage, positionals: true })
    const [what, path, ...more] = positionals
    return withEngine(openEngine, async ({ storeMaintenance: store }) => {
      if (what === 'check' && path === undefined) return check(store, terminal)
      if (path === undefined || more.length > 0) throw badUsage('Say what to do, and with which file', usage)
      const place = resolve(path)
      switch (what) {
        case 'backup':
          await store.backUp(place)
          terminal.write(`${place}\n`)
          return exitCodes.done
        case 'export':
          await store.exportAll(place)
          terminal.write(`${place}\n`)
          return exitCodes.done
        case 'restore': {
          const replaced = store.restore(place)
          terminal.say(replaced === undefined ? 'Restored.' : `Restored; what was there is in ${replaced}.`)
          return exitCodes.done
        }
        case 'recover': {
          const { lost, recovered } = store.recover(place)
          terminal.say(`${recovered} runs taken over, ${lost} could not be read.`)
          return exitCodes.done
        }
        default:
          throw badUsage(`There is no "store ${what}"`, usage)
      }
    })
  },
}
