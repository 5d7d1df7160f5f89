import type { AddedModel } from '../../api/models-contract.ts'
import type { Engine } from '../../engine/engine.ts'
import { exitCodes, type Terminal } from '../command.ts'
import { formatMegabytes } from './format-megabytes.ts'

const ways: Readonly<Record<AddedModel['how'], string>> = {
  cloned: 'It takes no room of its own on the disk until one of the two is changed.',
  linked: 'It is the same file under a second name and takes no room of its own.',
  copied: 'It was copied.',
  received: 'It was received.',
  present: 'This very file was there already.',
}

/** Takes a GGUF file in. Throws what the engine throws. */
export async function addModelFile(
  engine: Engine,
  terminal: Terminal,
  wanted: { readonly file: string; readonly name: string | undefined; readonly json: boolean },
): Promise<number> {
  const added = await engine.models.add(wanted, {
    signal: terminal.signal,
    tell: (event) => {
      if (event.type !== 'progress' || !terminal.showsProgress) return
      const { doneBytes, totalBytes } = event
      terminal.progress(`copying: ${formatMegabytes(doneBytes)} of ${formatMegabytes(totalBytes)} MB`)
    },
  })
  if (wanted.json) terminal.write(`${JSON.stringify(added, null, 2)}\n`)
  else {
    terminal.write(`${added.modelId}\n`)
    terminal.say(ways[added.how])
  }
  return exitCodes.done
}
