import { contextBridge, ipcRenderer } from 'electron'

const portMessage = 'planwright-engine-port'

// All that the page gets of the desktop: it may ask for a port to the engine, and nothing else.
contextBridge.exposeInMainWorld('planwrightShell', {
  requestEnginePort: () => ipcRenderer.send('planwright-engine-port-wanted'),
})

ipcRenderer.on(portMessage, ({ ports }) => {
  // A port can't cross the bridge; it goes as a message of the page's own window, in which nothing else is ever loaded.
  window.postMessage(portMessage, '*', ports)
})
