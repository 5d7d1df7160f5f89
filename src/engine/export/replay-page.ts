import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyReplayElement, type Replay } from '../../api/replay-file.ts'
import { PlanwrightError } from '../../base/planwright-error.ts'
import { planningDomains } from '../../domains/registry.ts'
import type { RunEvent } from '../../planning/run-event.ts'

/** The page as `npm run build` makes it. Throws `not-found` where it did not. */
export async function readReplayPage(projectRoot: string): Promise<string> {
  const file = join(projectRoot, 'dist', 'replay', 'replay.html')
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new PlanwrightError({
      code: 'not-found',
      message: 'The page that plays runs again is not built here.',
      wayOut: 'Build it with "npm run build", then export again.',
      cause,
    })
  }
}

export type RunToReplay = Omit<Replay, 'form' | 'events' | 'readings'> & { readonly events: readonly RunEvent[] }

/** The page with one run in it: a file that plays the run again without network, engine or installation. */
export function writeReplayPage(page: string, replay: RunToReplay): string {
  const data: Replay = {
    ...{ ...replay, form: 1, readings: readingsOf(replay.events) },
    events: replay.events.flatMap(shownPart),
  }
  // In a script element only "<" can begin anything; in JSON it stands in strings alone.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  const [before, after, ...more] = page.split(emptyReplayElement)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new PlanwrightError({
      code: 'internal',
      message: 'The page that plays runs again has no place for a run.',
      wayOut: 'Build it anew with "npm run build".',
    })
  }
  return `${before}${emptyReplayElement.replace('></', () => `>${json}</`)}${after}`
}

function readingsOf(events: readonly RunEvent[]): string[] {
  const named = events.findLast((event) => event.type === 'domain')?.domain
  const asked = events.find((event) => event.type === 'run-start')?.requestedDomain
  const domain = planningDomains.get(named ?? asked ?? '')
  const facts = events.findLast((event) => event.type === 'formalization')?.facts ?? []
  return domain === undefined ? [] : facts.map(({ fact }) => domain.readFact(fact))
}

/** What the page shows: no tokens, and nothing of what only the machinery reads. */
function shownPart(event: RunEvent): RunEvent[] {
  switch (event.type) {
    case 'token':
    case 'program':
      return []
    case 'segment-start':
      return [{ ...event, prompt: '' }]
    case 'segment-end':
      return [{ ...event, completion: '' }]
    default:
      return [event]
  }
}
