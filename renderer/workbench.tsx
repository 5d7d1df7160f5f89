import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { QueueStatus } from './compare/queue-status.tsx'
import type { Comparison } from './comparison/comparison.ts'
import type { EngineConnection } from './connection/engine-connection.ts'
import { EngineProvider, useChanges } from './connection/engine-context.ts'
import { CommandRegistry } from './frame/commands.ts'
import { Frame } from './frame/frame.tsx'
import { CommandProvider, useCommands } from './frame/use-commands.ts'
import { useFindable } from './frame/use-findable.ts'
import { navigate } from './frame/use-route.ts'
import { LoadedStatus } from './models/loaded-status.tsx'
import { screensOf } from './screens.tsx'
import { useZoom } from './settings/use-zoom.ts'
import { traceStrings } from './trace/strings.ts'
import styles from './workbench.module.css'

export interface WorkbenchProps {
  readonly connection: EngineConnection
  readonly comparison: Comparison
}

/** The whole window. */
export function Workbench({ comparison, connection }: WorkbenchProps) {
  const [registry] = useState(() => new CommandRegistry())
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }),
  )
  return (
    <QueryClientProvider client={queries}>
      <EngineProvider value={connection}>
        <CommandProvider value={registry}>
          <Screens comparison={comparison} />
        </CommandProvider>
      </EngineProvider>
    </QueryClientProvider>
  )
}

function Screens({ comparison }: Pick<WorkbenchProps, 'comparison'>) {
  useChanges()
  useCommands([{ id: 'open-trace-file', title: traceStrings.files.command, run: () => navigate('traces') }])
  const screens = useMemo(() => screensOf(comparison), [comparison])
  const zoom = useZoom()
  const findable = useFindable()
  return (
    <div className={styles['page']} style={{ zoom: zoom.percent / 100 }}>
      <Frame
        screens={screens}
        findable={findable}
        status={
          <>
            <QueueStatus />
            <LoadedStatus />
          </>
        }
      />
    </div>
  )
}
