import { app, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, type Session, shell } from 'electron'
import { workbenchOrigin } from './workbench-protocol.ts'

/** Pages that links of the workbench may open, in the user's own browser. */
const openableHosts: ReadonlySet<string> = new Set(['github.com'])

function isOpenable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, protocol } = new URL(address)
  return protocol === 'https:' && openableHosts.has(hostname)
}

/** Whether an address is the workbench's own. */
export function isWorkbench(address: string): boolean {
  return URL.canParse(address) && address.startsWith(`${workbenchOrigin}/`)
}

/** Whether a message comes from the workbench's page itself, and from no frame in it. */
export function isFromWorkbench({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isWorkbench(senderFrame.url)
}

/** The page needs nothing of the machine beside its port to the engine. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** No page of this app ever goes elsewhere, opens a window or embeds another page. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isWorkbench(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isWorkbench(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isOpenable(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
}

/** What every window of ours is made with; the defaults of today, written down so that no other default changes them. */
export const safePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} satisfies NonNullable<ConstructorParameters<typeof BrowserWindow>[0]>['webPreferences']
