import { useCommands } from '../frame/use-commands.ts'
import { openDemonstration } from './open-demonstration.ts'
import { demonstrateStrings as words } from './strings.ts'

/** Offers the demonstration of a run, on `p`, wherever a run is looked at; nothing to demonstrate where it is undefined. */
export function useDemonstrate(runId: string | undefined): void {
  useCommands([
    {
      id: 'demonstrate',
      title: words.open,
      key: 'p',
      isEnabled: runId !== undefined,
      run: () => runId !== undefined && openDemonstration(runId),
    },
  ])
}
