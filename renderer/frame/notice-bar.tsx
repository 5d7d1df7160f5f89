import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useAnswer } from '../connection/engine-context.ts'
import styles from './notice-bar.module.css'
import { frameStrings as words } from './strings.ts'

/** What the engine has to tell, until it is put away. */
export function NoticeBar() {
  const { data = [] } = useAnswer(['notices'], (client) => client.engine.notices())
  const [read, setRead] = useState(0)
  if (data.length <= read) return null
  return (
    <div role="alert" className={styles['bar']}>
      <div>
        {data.slice(read).map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words.putAway}
        onClick={() => setRead(data.length)}
      >
        <IconX size={15} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
