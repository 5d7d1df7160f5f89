import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, type Page } from '@playwright/test'

const root = path.join(import.meta.dirname, '..', '..')

/** The desktop app as a test sees it, in Electron or on a stand-in for it. */
export interface Shell {
  readonly page: Page
  windowCount(): number
  /** A process that the shell started, by the beginning of its name. */
  processId(name: string): Promise<number | undefined>
  /** Starts the app again on the same data; resolves with its exit code. */
  secondInstance(): Promise<number | null>
  /** Addresses that were given to the user's browser. */
  openedOutside(): Promise<readonly string[]>
  /** The next dialog that asks for a file is answered with this one. */
  answerOpenDialog(file: string): Promise<void>
  quit(): Promise<void>
  close(): Promise<void>
}

/** What the stand-in gives, as far as it is used here. */
interface Standin {
  readonly page: Page
  readonly app: {
    windows(): readonly Page[]
    children(): Promise<readonly { pid: number; serviceName: string }[]>
    answerDialog(name: 'showOpenDialog', answer: object): unknown
    secondInstance(options: object): Promise<{ code: number | null }>
    readonly recorded: { of(name: string): unknown[][] }
    quit(): Promise<unknown>
    readonly exited: Promise<unknown>
  }
  close(): Promise<void>
}

function electronBinary(): string | undefined {
  const folder = path.join(root, 'node_modules', 'electron')
  const named = path.join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const binary = path.join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'),
    readFileSync(named, 'utf8'),
  )
  return existsSync(binary) ? binary : undefined
}

const standin = process.env['ELECTRON_STANDIN']
const binary = electronBinary()

/** Why the desktop app can't be run here; undefined where it can. */
export const missingShell =
  binary === undefined && standin === undefined ? "neither Electron's binary nor ELECTRON_STANDIN is here" : undefined

export const engineName = 'Planwright engine'

export async function launchShell(home: string): Promise<Shell> {
  return binary === undefined ? launchStandin(home) : launchElectron(binary, home)
}

async function launchStandin(home: string): Promise<Shell> {
  const { launch } = (await import(pathToFileURL(path.join(standin ?? '', 'launch.mjs')).href)) as {
    launch(options: object): Promise<Standin>
  }
  const started = await launch({
    projectDir: root,
    headless: true,
    env: { PLANWRIGHT_HOME: home },
    ...(process.env['PLANWRIGHT_CHROMIUM'] === undefined ? {} : { chromium: process.env['PLANWRIGHT_CHROMIUM'] }),
  })
  const { app, page } = started
  return {
    page,
    windowCount: () => app.windows().length,
    processId: async (name) => (await app.children()).find((one) => one.serviceName.startsWith(name))?.pid,
    secondInstance: async () => (await app.secondInstance({ args: [] })).code,
    openedOutside: async () => app.recorded.of('shell.openExternal').map(([address]) => String(address)),
    answerOpenDialog: async (file) =>
      void (await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })),
    async quit() {
      await app.quit()
      await app.exited
    },
    close: () => started.close(),
  }
}

async function launchElectron(executablePath: string, home: string): Promise<Shell> {
  const args = [root, `--user-data-dir=${path.join(home, 'user-data')}`]
  const env = { ...process.env, PLANWRIGHT_HOME: home } as Record<string, string>
  const app = await _electron.launch({ executablePath, args, env })
  const page = await app.firstWindow()
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedOutside: opened })
    shell.openExternal = async (address: string) => void opened.push(address)
  })
  return {
    page,
    windowCount: () => app.windows().length,
    processId: (name) =>
      app.evaluate(
        ({ app: main }, wanted) =>
          main.getAppMetrics().find((one) => (one.name ?? one.serviceName ?? '').startsWith(wanted))?.pid,
        name,
      ),
    async secondInstance() {
      const { spawn } = await import('node:child_process')
      const again = spawn(executablePath, args, { env, stdio: 'ignore' })
      return new Promise((resolve) => again.once('exit', resolve))
    },
    openedOutside: () => app.evaluate(() => Reflect.get(globalThis, 'openedOutside') as string[]),
    answerOpenDialog: (file) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, file),
    quit: () => app.close(),
    close: () => app.close().catch(() => {}),
  }
}
