import { contextBridge, ipcRenderer, webUtils } from 'electron'

const portMessage = 'planwright-engine-port'

// All that the page gets of the desktop: a port to the engine, the dialog for a model's file, and where a file lies that was
// dropped on the page. Each is a function of its own; the page can send no message that is not here.
contextBridge.exposeInMainWorld('planwrightShell', {
  requestEnginePort: () => ipcRenderer.send('planwright-engine-port-wanted'),
  chooseModelFile: () => ipcRenderer.invoke('planwright-choose-model'),
  pathOfFile: (file: File) => webUtils.getPathForFile(file),
})

ipcRenderer.on(portMessage, ({ ports }) => {
  // A port can't cross the bridge; it goes as a message of the page's own window, in which nothing else is ever loaded.
  window.postMessage(portMessage, '*', ports)
})
