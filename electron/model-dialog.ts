import { BrowserWindow, dialog, ipcMain } from 'electron'
import { isFromWorkbench } from './security.ts'

/** Answers the page that wants a model's file with the path that the user chose, or with null. */
export function offerModelDialog(): void {
  ipcMain.handle('planwright-choose-model', async (event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isFromWorkbench(event) || window === null) return null
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: 'Add a language model',
      buttonLabel: 'Add',
      properties: ['openFile'],
      filters: [{ name: 'GGUF models', extensions: ['gguf'] }],
    })
    return filePaths[0] ?? null
  })
}
