import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { whenIdle } from '../frame/when-idle.ts'
import { strings } from '../strings.ts'
import styles from './problem-editor.module.css'
import type { TextEditor } from './text-editor.ts'
import type { TextMark } from './text-marks.ts'

export interface ProblemEditorProps {
  readonly text: string
  readonly marks: readonly TextMark[]
  /** The editor is three megabytes of code: it comes when all else is there. */
  readonly isPageReady: boolean
  readonly onChange: (text: string) => void
}

/** Where the problem is written. Until the editor is loaded a plain text area stands in its place and does the same. */
export function ProblemEditor({ isPageReady, marks, onChange, text }: ProblemEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const [editor, setEditor] = useState<TextEditor>()
  const latest = useRef({ text, onChange })
  latest.current = { text, onChange }
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    let made: TextEditor | undefined
    let isGone = false
    if (!isPageReady) return
    const load = () =>
      void import('./text-editor.ts').then(({ createTextEditor }) => {
        if (isGone || place.current === null) return
        const hadFocus = document.activeElement === plain.current
        made = createTextEditor(place.current, latest.current.text, (changed) => latest.current.onChange(changed))
        if (hadFocus) made.focus()
        // At once: the page never has two editors.
        flushSync(() => setEditor(made))
      })
    const giveUp = whenIdle(load)
    return () => {
      isGone = true
      giveUp()
      made?.dispose()
      setEditor(undefined)
    }
  }, [isPageReady])
  useEffect(() => editor?.setText(text), [editor, text])
  useEffect(() => editor?.setMarks(marks), [editor, marks])
  useEffect(() => editor?.setTheme(scheme), [editor, scheme])

  return (
    <div className={styles['frame']}>
      <div ref={place} className={styles['place']} />
      {editor === undefined && (
        <textarea
          ref={plain}
          className={styles['plain']}
          aria-label={strings.problem.editor}
          placeholder={strings.problem.placeholder}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
