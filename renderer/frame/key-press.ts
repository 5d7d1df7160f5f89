/** `mod+k`, `shift+d`, `?`, `escape`, `arrowdown`: `mod` is Ctrl, or Cmd on a Mac. */
export type KeyName = string

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key as commands name it. Shift counts for letters and named keys only: `?` is `?` wherever it lies. */
export function nameOfKey({ altKey, ctrlKey, key, metaKey, shiftKey }: PressedKey): KeyName {
  const lower = key.toLowerCase()
  const isSign = key.length === 1 && !/[a-z]/.test(lower)
  return [
    ...(ctrlKey || metaKey ? ['mod'] : []),
    ...(altKey ? ['alt'] : []),
    ...(shiftKey && !isSign ? ['shift'] : []),
    lower === ' ' ? 'space' : lower,
  ].join('+')
}

const signs: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  shift: '⇧',
  alt: 'Alt',
  space: 'Space',
}

/** For people: "Ctrl K", "⌘ K". */
export function showKey(name: KeyName, isMac: boolean): string {
  return name
    .split('+')
    .map((part) => (part === 'mod' ? (isMac ? '⌘' : 'Ctrl') : (signs[part] ?? part.toUpperCase())))
    .join(' ')
}

export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')
