import { app, BrowserWindow, ipcMain, session } from 'electron'
import { EngineKeeper } from './engine-keeper.ts'
import { setMenu } from './menu.ts'
import { offerModelDialog } from './model-dialog.ts'
import { denyPermissions, guardContents, isFromWorkbench } from './security.ts'
import { registerWorkbenchScheme, serveWorkbench } from './workbench-protocol.ts'
import { openWorkbenchWindow } from './workbench-window.ts'

/** Begins the app in this, its only, instance. */
function begin(): void {
  app.enableSandbox()
  registerWorkbenchScheme()
  guardContents()
  const keeper = new EngineKeeper()
  ipcMain.on('planwright-engine-port-wanted', (event) => {
    if (isFromWorkbench(event)) keeper.connect(event.sender)
  })
  offerModelDialog()
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => keeper.stop())
  void app.whenReady().then(() => {
    denyPermissions(session.defaultSession)
    serveWorkbench()
    setMenu()
    keeper.start()
    openWorkbenchWindow()
  })
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) {
    if (app.isReady()) openWorkbenchWindow()
    return
  }
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

if (app.requestSingleInstanceLock()) begin()
else app.quit()
