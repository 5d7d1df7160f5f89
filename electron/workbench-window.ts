import path from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { safePreferences } from './security.ts'
import { workbenchOrigin } from './workbench-protocol.ts'

/** Opens the window with the workbench in it. */
export function openWorkbenchWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Planwright',
    width: 1360,
    height: 860,
    minWidth: 480,
    minHeight: 480,
    show: false,
    // What is seen before the page is there.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151619' : '#ffffff',
    webPreferences: { ...safePreferences, preload: path.join(import.meta.dirname, 'preload.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  // A failure to load shows as such in the window itself.
  window.loadURL(`${workbenchOrigin}/`).catch(() => window.show())
  return window
}
