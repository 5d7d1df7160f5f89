import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** The few commands that every desktop app has; the workbench's own are on its page. */
export function setMenu(): void {
  const isMac = process.platform === 'darwin'
  const view: MenuItemConstructorOptions[] = [
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ]
  const menu: MenuItemConstructorOptions[] = [
    isMac ? { role: 'appMenu' } : { role: 'fileMenu' },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}
