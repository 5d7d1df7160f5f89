import { ActionIcon } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { z } from 'zod'
import type { PromptEntry } from '../../src/api/prompts-contract.ts'
import type { PromptVersion } from '../../src/planning/prompt-version.ts'
import { writeRoute } from '../frame/route.ts'
import { useRemembered } from '../frame/use-remembered.ts'
import { draftKey } from './prompt-drafts.ts'
import { promptStrings } from './strings.ts'
import styles from './template-list.module.css'

const words = promptStrings.list

export interface TemplateListProps {
  readonly entries: readonly PromptEntry[]
  readonly name: string
  readonly version: number
  readonly drafts: ReadonlyMap<string, string>
}

/** All templates; under the one that is open its versions, the newest first. */
export function TemplateList({ drafts, entries, name, version }: TemplateListProps) {
  const hidden = useRemembered('prompts.hidden', z.array(z.string()), [])
  const setHidden = (key: string, isHidden: boolean) =>
    hidden.set(isHidden ? [...hidden.value, key] : hidden.value.filter((one) => one !== key))
  return (
    <nav className={styles['list']} aria-label={words.label}>
      <ul>
        {entries.map((entry) => {
          const isOpen = entry.name === name
          const isChanged = entry.versions.some((one) => drafts.has(draftKey(one.name, one.version)))
          return (
            <li key={entry.name}>
              <a
                className={styles['name']}
                href={addressOf(entry.name)}
                aria-current={isOpen ? 'true' : undefined}
                title={entry.description}
              >
                <span className={styles['title']}>{entry.title}</span>
                {isChanged && !isOpen && <ChangedMark />}
                {entry.versions.length > 1 && <span className={styles['count']}>{entry.versions.length}</span>}
              </a>
              {isOpen && (
                <Versions entry={entry} current={version} drafts={drafts} hidden={hidden.value} onHide={setHidden} />
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Versions(props: {
  readonly entry: PromptEntry
  readonly current: number
  readonly drafts: ReadonlyMap<string, string>
  readonly hidden: readonly string[]
  readonly onHide: (key: string, isHidden: boolean) => void
}) {
  const keyOf = (one: PromptVersion) => draftKey(one.name, one.version)
  const isHidden = (one: PromptVersion) => props.hidden.includes(keyOf(one)) && one.version !== props.current
  const versions = props.entry.versions.toReversed()
  const away = versions.filter(isHidden)
  const row = (one: PromptVersion) => (
    <VersionRow
      key={one.version}
      version={one}
      isCurrent={one.version === props.current}
      isChanged={props.drafts.has(keyOf(one))}
      isHidden={props.hidden.includes(keyOf(one))}
      onHide={(hide) => props.onHide(keyOf(one), hide)}
    />
  )
  return (
    <>
      <ul className={styles['versions']}>{versions.filter((one) => !isHidden(one)).map(row)}</ul>
      {away.length > 0 && (
        <details className={styles['hidden']}>
          <summary>{words.hidden(away.length)}</summary>
          <ul className={styles['versions']}>{away.map(row)}</ul>
        </details>
      )}
    </>
  )
}

function VersionRow(props: {
  readonly version: PromptVersion
  readonly isCurrent: boolean
  readonly isChanged: boolean
  readonly isHidden: boolean
  readonly onHide: (hide: boolean) => void
}) {
  const { isHidden, version } = props
  const isBuiltIn = version.version === 1
  const label = isHidden ? words.show(version.version) : words.hide(version.version)
  return (
    <li className={styles['row']}>
      <a
        className={styles['version']}
        href={addressOf(version.name, version.version)}
        aria-current={props.isCurrent ? 'page' : undefined}
        title={version.note}
      >
        <span className={styles['number']}>{words.version(version.version)}</span>
        {props.isChanged && <ChangedMark />}
        <span className={styles['note']}>
          {isBuiltIn ? words.builtIn : version.note.trim() === '' ? words.noNote : version.note}
        </span>
        {!isBuiltIn && <time className={styles['time']}>{formatTime(version.time)}</time>}
      </a>
      {!isBuiltIn && (!props.isCurrent || isHidden) && (
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          className={styles['hide'] ?? ''}
          aria-label={label}
          title={label}
          onClick={() => props.onHide(!isHidden)}
        >
          {isHidden ? <IconEye size={13} /> : <IconEyeOff size={13} />}
        </ActionIcon>
      )}
    </li>
  )
}

function ChangedMark() {
  return (
    <span role="img" className={styles['changed']} aria-label={words.changed} title={words.changed}>
      ●
    </span>
  )
}

const addressOf = (name: string, version?: number) =>
  writeRoute({ screen: 'prompts', path: version === undefined ? [name] : [name, String(version)] })

const formatTime = (time: number) =>
  new Date(time).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
