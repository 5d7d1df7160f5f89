import { expect, it, vi } from 'vitest'
import { type Command, CommandRegistry } from './commands.ts'

const command = (id: string, rest: Partial<Command> = {}): Command => ({ id, title: id, run: () => {}, ...rest })

it('gives a key to whoever asked for it last, and back', () => {
  const registry = new CommandRegistry()
  const [page, dialog] = [Symbol('page'), Symbol('dialog')]
  registry.set(page, [command('cancel', { key: 'escape' })])
  registry.set(dialog, [command('close', { key: 'escape' })])
  expect(registry.find('escape', false)?.id).toBe('close')

  registry.set(dialog, [])
  expect(registry.find('escape', false)?.id).toBe('cancel')
})

it('keeps letters for the text that is being written', () => {
  const registry = new CommandRegistry()
  registry.set(Symbol('page'), [
    command('next', { key: 'j' }),
    command('run', { key: 'mod+enter' }),
    command('undo', { key: 'mod+z', whileWriting: false }),
  ])

  expect(['j', 'mod+enter', 'mod+z'].map((key) => registry.find(key, true)?.id)).toEqual([undefined, 'run', undefined])
  expect(registry.find('j', false)?.id).toBe('next')
})

it('passes over what cannot be done now', () => {
  const registry = new CommandRegistry()
  registry.set(Symbol('page'), [command('run', { key: 'r', isEnabled: false })])

  expect(registry.find('r', false)).toBeUndefined()
})

it('tells who draws the palette of every change', () => {
  const registry = new CommandRegistry()
  const listen = vi.fn()
  registry.subscribe(listen)
  registry.set(Symbol('page'), [command('run')])

  expect(listen).toHaveBeenCalledOnce()
  expect(registry.snapshot().map(({ id }) => id)).toEqual(['run'])
})
