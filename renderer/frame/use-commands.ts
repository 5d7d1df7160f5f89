import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { type Command, CommandRegistry } from './commands.ts'
import { nameOfKey } from './key-press.ts'

const RegistryContext = createContext(new CommandRegistry())
export const CommandProvider = RegistryContext.Provider

export const useCommandRegistry = (): CommandRegistry => useContext(RegistryContext)

/** What a part of the page offers while it is there. `run` is always the latest one, so commands may be made anew each time. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry()
  const [part] = useState(() => Symbol('commands'))
  const latest = useRef(commands)
  latest.current = commands
  const shape = commands
    .map(({ id, isEnabled, key, title }) => [id, title, key, isEnabled !== false].join('\n'))
    .join('\n\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the commands
  const stable = useMemo(
    () =>
      latest.current.map((command) => ({
        ...command,
        run: () => latest.current.find(({ id }) => id === command.id)?.run(),
      })),
    [shape],
  )
  useEffect(() => {
    registry.set(part, stable)
    return () => registry.set(part, [])
  }, [registry, part, stable])
}

/** Keys do what their commands say, wherever the focus is, before the page's own parts take them. */
export function useCommandKeys(): void {
  const registry = useCommandRegistry()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return
      const command = registry.find(nameOfKey(event), isWriting(event.target))
      if (command === undefined) return
      event.preventDefault()
      event.stopPropagation()
      command.run()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [registry])
}

const textFields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [role="textbox"]'

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(textFields))
}

/** A dialog has its own keys. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}
