import { Button, NativeSelect } from '@mantine/core'
import { type RefObject, useMemo } from 'react'
import type { PromptEntry } from '../../src/api/prompts-contract.ts'
import type { TemplateDiagnostic } from '../../src/planning/prompt-template.ts'
import type { PromptVersion } from '../../src/planning/prompt-version.ts'
import { useCommands } from '../frame/use-commands.ts'
import styles from './editor-pane.module.css'
import { draftKey } from './prompt-drafts.ts'
import { SaveBar } from './save-bar.tsx'
import { promptStrings } from './strings.ts'
import { type TemplateEditorActions, TemplateEditorPlace } from './template-editor.tsx'
import { VariableList } from './variable-list.tsx'

const words = promptStrings.editor

export interface EditorPaneProps {
  readonly entry: PromptEntry
  readonly version: PromptVersion
  /** As it stands in the editor. */
  readonly text: string
  /** The version that it is compared with. */
  readonly before: PromptVersion | undefined
  readonly diagnostics: readonly TemplateDiagnostic[]
  readonly editor: RefObject<TemplateEditorActions | null>
  readonly actions: {
    readonly change: (key: string, text: string) => void
    readonly compare: (version: number | undefined) => void
    /** Answers the number of the new version; rejects with why it could not be saved. */
    readonly save: (note: string) => Promise<number>
  }
}

/** The text of a template, or how it differs from another version, and what can be done with it. */
export function EditorPane({ actions, before, diagnostics, editor, entry, text, version }: EditorPaneProps) {
  const isFixed = entry.fixedBecause !== undefined
  const isChanged = text !== version.text
  const others = entry.versions.filter((one) => one.version !== version.version || isChanged).toReversed()
  const { variables } = entry
  const key = draftKey(entry.name, version.version)
  const label = words.label(entry.title)
  const source = useMemo(
    () => ({ key, text, variables, isReadOnly: isFixed, label, before: before?.text }),
    [key, text, variables, isFixed, label, before],
  )
  const discard = () => editor.current?.replaceAll(version.text)
  const compareNext = () => actions.compare(before === undefined ? others[0]?.version : undefined)
  useCommands([
    {
      id: 'compare-prompt',
      title: promptStrings.commands.compare,
      key: 'mod+d',
      isEnabled: others.length > 0,
      run: compareNext,
    },
    { id: 'discard-prompt', title: promptStrings.commands.discard, isEnabled: isChanged, run: discard },
  ])
  return (
    <section className={styles['pane']} aria-label={entry.title}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          {entry.title} <span className={styles['version']}>{promptStrings.list.version(version.version)}</span>
        </h2>
        {isFixed ? (
          <span className={styles['fixed']}>{words.fixed}</span>
        ) : (
          <>
            <NativeSelect
              size="xs"
              aria-label={words.compare}
              disabled={others.length === 0}
              value={before === undefined ? '' : String(before.version)}
              data={[
                { value: '', label: `${words.compare} …` },
                ...others.map((one) => ({
                  value: String(one.version),
                  label: `${words.compare} version ${one.version}`,
                })),
              ]}
              onChange={({ currentTarget: { value } }) => actions.compare(value === '' ? undefined : Number(value))}
            />
            <Button size="xs" variant="default" disabled={!isChanged} onClick={discard}>
              {words.discard}
            </Button>
          </>
        )}
        <p className={styles['about']}>{entry.fixedBecause ?? entry.description}</p>
      </div>
      {before !== undefined && (
        <p className={styles['sides']}>
          <span aria-hidden="true">−</span> {words.before(before.version)}
          <span aria-hidden="true">+</span> {isChanged ? words.now : words.before(version.version)}
        </p>
      )}
      <div className={styles['editor']}>
        <TemplateEditorPlace source={source} diagnostics={diagnostics} onChange={actions.change} actions={editor} />
      </div>
      {!isFixed && (
        <>
          <Diagnostics diagnostics={diagnostics} />
          <VariableList variables={variables} onInsert={(tag) => editor.current?.insert(tag)} />
          <SaveBar
            key={key}
            next={Math.max(...entry.versions.map((one) => one.version)) + 1}
            isChanged={isChanged}
            wrong={diagnostics.length}
            save={actions.save}
          />
        </>
      )}
    </section>
  )
}

function Diagnostics({ diagnostics }: { readonly diagnostics: readonly TemplateDiagnostic[] }) {
  if (diagnostics.length === 0) return <p className={styles['diagnostics']}>{words.right}</p>
  return (
    <ul className={styles['diagnostics']} aria-live="polite">
      {diagnostics.map(({ column, line, message }) => (
        <li key={`${line}:${column}:${message}`}>
          <span className={styles['sign']} aria-hidden="true">
            ✕
          </span>
          <span className={styles['place']}>{words.place(line)}</span> {message}
        </li>
      ))}
    </ul>
  )
}
