import { expect, it } from 'vitest'
import { nameOfKey, showKey } from './key-press.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {}) =>
  nameOfKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

it('names Ctrl and Cmd alike', () => {
  expect([press('k', { ctrlKey: true }), press('K', { metaKey: true, shiftKey: true })]).toEqual([
    'mod+k',
    'mod+shift+k',
  ])
})

it('names a sign by itself, however it is typed', () => {
  expect([press('?', { shiftKey: true }), press('/'), press(' ')]).toEqual(['?', '/', 'space'])
})

it('shows keys as they stand on a keyboard', () => {
  expect([showKey('mod+k', false), showKey('mod+enter', true), showKey('?', false)]).toEqual(['Ctrl K', '⌘ ↵', '?'])
})
