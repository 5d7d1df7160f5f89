import { Button } from '@mantine/core'
import type { PromptEntry } from '../../src/api/prompts-contract.ts'
import { useAnswer } from '../connection/engine-context.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import type { ScreenProps } from '../frame/screen.ts'
import { navigate } from '../frame/use-route.ts'
import { PromptWorkplace } from './prompt-workplace.tsx'
import styles from './prompts-screen.module.css'
import { promptStrings as words } from './strings.ts'

/** What models are asked: templates, their versions, what they become. Addresses: `#/prompts/NAME/VERSION`. */
export function PromptsScreen({ path }: ScreenProps) {
  const { data: entries, error, refetch } = useAnswer(['prompts'], (client) => client.prompts.list())
  if (entries === undefined) {
    return error === null ? (
      <p className={styles['loading']}>{words.loading}</p>
    ) : (
      <FailureLine error={error} again={() => void refetch()} />
    )
  }
  const [name = entries[0]?.name ?? '', wanted] = path
  const entry = entries.find((one) => one.name === name)
  const version = wanted === undefined ? entry?.versions.at(-1) : findVersion(entry, wanted)
  if (entry === undefined || version === undefined) {
    return (
      <EmptyState title={words.unknown(name)} detail={entry === undefined ? '' : words.unknownVersion(wanted ?? '')}>
        <Button size="xs" onClick={() => navigate('prompts')}>
          {words.openFirst}
        </Button>
      </EmptyState>
    )
  }
  return <PromptWorkplace entries={entries} entry={entry} version={version} />
}

const findVersion = (entry: PromptEntry | undefined, wanted: string) =>
  entry?.versions.find(({ version }) => String(version) === wanted)
