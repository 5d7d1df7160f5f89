import { Tabs } from '@mantine/core'
import { PreviewPane } from './preview-pane.tsx'
import { promptStrings as words } from './strings.ts'
import styles from './tools-pane.module.css'
import type { ToolsPaneProps } from './tools-pane-props.ts'
import { TryPane } from './try-pane.tsx'

/** What becomes of a template: what would be asked, and what models make of it. */
export function ToolsPane(props: ToolsPaneProps) {
  return (
    <Tabs defaultValue="preview" className={styles['tools'] ?? ''} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="preview">{words.tabs.preview}</Tabs.Tab>
        <Tabs.Tab value="try">{words.tabs.try}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="preview" className={styles['panel'] ?? ''}>
        <PreviewPane {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="try" className={styles['panel'] ?? ''}>
        {props.entry.fixedBecause === undefined ? (
          <TryPane key={props.entry.name} {...props} />
        ) : (
          <p className={styles['note']}>{words.try.fixed}</p>
        )}
      </Tabs.Panel>
    </Tabs>
  )
}
