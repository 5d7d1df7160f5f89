import { Button } from '@mantine/core'
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react'
import { strings } from '../strings.ts'
import { ColorSchemeSwitch } from '../theme/color-scheme-switch.tsx'
import { EmptyState } from './empty-state.tsx'
import styles from './frame.module.css'
import { KeyHelp } from './key-help.tsx'
import { isMac, showKey } from './key-press.ts'
import { Navigation } from './navigation.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { Palette } from './palette.tsx'
import type { PaletteEntry } from './palette-entries.ts'
import type { Screen } from './screen.ts'
import { ScreenGuard } from './screen-guard.tsx'
import { StatusBar } from './status-bar.tsx'
import { frameStrings as words } from './strings.ts'
import { useCommandKeys, useCommandRegistry, useCommands } from './use-commands.ts'
import { navigate, useRoute } from './use-route.ts'

export interface FrameProps {
  readonly screens: readonly Screen[]
  /** What the palette can open beside screens and commands. */
  readonly findable?: readonly PaletteEntry[]
  readonly status?: ReactNode
  readonly notice?: ReactNode
}

/** What stands around every screen: navigation, header, status, palette, keys. */
export function Frame({ findable = [], notice, screens, status }: FrameProps) {
  const { path, screen: id } = useRoute()
  const [layer, setLayer] = useState<'none' | 'palette' | 'keys'>('none')
  const registry = useCommandRegistry()
  const commands = useSyncExternalStore(registry.subscribe, registry.snapshot)
  const screen = screens.find((one) => one.id === id)
  const isBare = screen?.isBare === true
  const close = () => setLayer('none')

  useCommandKeys()
  useCommands([
    { id: 'palette', title: words.commands.palette, key: 'mod+k', run: () => setLayer('palette') },
    { id: 'keys', title: words.commands.keys, key: '?', run: () => setLayer('keys') },
    ...screens
      .filter(({ sign }) => sign !== undefined)
      .map(({ id: to, title }, index) => ({
        id: `open-${to}`,
        title: words.commands.open(title),
        key: `mod+${index + 1}`,
        run: () => navigate(to),
      })),
  ])
  const entries = [
    ...commands
      .filter((one) => one.id !== 'palette' && one.isEnabled !== false)
      .map(({ id: of, key, run, title }) => ({ id: of, title, kind: '', run, ...(key === undefined ? {} : { key }) })),
    ...findable,
  ]

  return (
    <div className={styles['frame']} data-bare={isBare || undefined}>
      {!isBare && (
        <header className={styles['header']}>
          <span className={styles['product']}>{strings.title}</span>
          <h1 className={styles['title']}>{screen?.title ?? ''}</h1>
          {notice}
          <span className={styles['space']} />
          <Button
            size="xs"
            variant="default"
            onClick={() => setLayer('palette')}
            rightSection={<kbd>{showKey('mod+k', isMac)}</kbd>}
          >
            {words.commands.paletteShort}
          </Button>
          <ColorSchemeSwitch />
        </header>
      )}
      {!isBare && <Navigation screens={screens} current={id} />}
      <main className={styles['screen']}>
        {isBare ? <h1 className="only-heard">{screen.title}</h1> : <NoticeBar />}
        <div className={styles['content']}>
          <ScreenGuard key={id}>
            <Suspense fallback={<p className={styles['loading']}>{words.loading}</p>}>
              {screen === undefined ? (
                <EmptyState title={words.nowhere} detail={words.nowhereDetail}>
                  <Button size="xs" onClick={() => navigate('problem')}>
                    {words.goHome}
                  </Button>
                </EmptyState>
              ) : (
                <screen.show path={path} />
              )}
            </Suspense>
          </ScreenGuard>
        </div>
      </main>
      {!isBare && <StatusBar>{status}</StatusBar>}
      <Palette entries={entries} isOpen={layer === 'palette'} close={close} />
      <KeyHelp commands={commands} isOpen={layer === 'keys'} close={close} />
    </div>
  )
}
