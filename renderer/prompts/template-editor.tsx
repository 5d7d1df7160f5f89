import { useComputedColorScheme } from '@mantine/core'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TemplateDiagnostic } from '../../src/planning/prompt-template.ts'
import type { TemplateEditor, TemplateSource } from './create-template-editor.ts'
import styles from './template-editor.module.css'

/** What others may do to the text, so that it can be undone. */
export interface TemplateEditorActions {
  insert(text: string): void
  replaceAll(text: string): void
  focus(): void
}

export interface TemplateEditorProps {
  readonly source: TemplateSource
  readonly diagnostics: readonly TemplateDiagnostic[]
  readonly onChange: (key: string, text: string) => void
  readonly actions: Ref<TemplateEditorActions>
}

/** Where a template is written. Until the editor is loaded a plain text area stands in its place and does the same. */
export function TemplateEditorPlace({ actions, diagnostics, onChange, source }: TemplateEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const [editor, setEditor] = useState<TemplateEditor>()
  const latest = useRef({ onChange, source })
  latest.current = { onChange, source }
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    let made: TemplateEditor | undefined
    let isGone = false
    void import('./create-template-editor.ts').then(({ createTemplateEditor }) => {
      if (isGone || place.current === null) return
      const hadFocus = document.activeElement === plain.current
      made = createTemplateEditor(place.current, (key, text) => latest.current.onChange(key, text))
      made.show(latest.current.source)
      if (hadFocus) made.focus()
      // At once: the page never has two editors.
      flushSync(() => setEditor(made))
    })
    return () => {
      isGone = true
      made?.dispose()
      setEditor(undefined)
    }
  }, [])
  const { before, isReadOnly, key, label, text, variables } = source
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the editor's own once it is shown
  useEffect(() => editor?.show(latest.current.source), [editor, key, before, isReadOnly, label, variables])
  useEffect(() => editor?.setDiagnostics(diagnostics), [editor, diagnostics])
  useEffect(() => editor?.setTheme(scheme), [editor, scheme])
  useImperativeHandle(actions, () => ({
    insert(added) {
      const { selectionEnd = text.length, selectionStart = text.length } = plain.current ?? {}
      if (editor !== undefined) editor.insert(added)
      else onChange(key, text.slice(0, selectionStart) + added + text.slice(selectionEnd))
    },
    replaceAll(all) {
      if (editor !== undefined) editor.replaceAll(all)
      else onChange(key, all)
    },
    focus: () => (editor ?? plain.current)?.focus(),
  }))

  return (
    <div className={styles['frame']}>
      <div ref={place} className={styles['place']} />
      {editor === undefined && (
        <textarea
          ref={plain}
          className={styles['plain']}
          aria-label={label}
          readOnly={isReadOnly}
          value={text}
          onChange={(event) => onChange(key, event.currentTarget.value)}
        />
      )}
    </div>
  )
}
