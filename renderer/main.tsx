import '@mantine/core/styles.css'
import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './theme/tokens.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Comparison } from './comparison/comparison.ts'
import { EngineConnection } from './connection/engine-connection.ts'
import { openMessagePort } from './connection/open-message-port.ts'
import { openWebSocket } from './connection/open-web-socket.ts'
import { theme } from './theme/theme.ts'
import { Workbench } from './workbench.tsx'

const shell = window.planwrightShell
const connection = new EngineConnection(shell === undefined ? openWebSocket : () => openMessagePort(shell))
void connection.start()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Workbench connection={connection} comparison={new Comparison(connection)} />
      </MantineProvider>
    </StrictMode>,
  )
}
