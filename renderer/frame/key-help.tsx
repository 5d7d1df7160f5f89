import { Modal } from '@mantine/core'
import type { Command } from './commands.ts'
import styles from './key-help.module.css'
import { isMac, showKey } from './key-press.ts'
import { frameStrings } from './strings.ts'

const words = frameStrings.keys

/** The keys that count now, each with what it does. */
export function KeyHelp(props: {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly close: () => void
}) {
  const withKeys = props.commands.flatMap(({ id, key, title }) => (key === undefined ? [] : [{ id, key, title }]))
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.close}
      title={words.title}
      closeButtonProps={{ 'aria-label': words.close }}
      size={480}
    >
      <table className={styles['keys']}>
        <tbody>
          {withKeys.map(({ id, key, title }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>
                <kbd>{showKey(key, isMac)}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
