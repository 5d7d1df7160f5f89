import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { monaco, setMonacoTheme } from '../prolog/monaco.ts'
import styles from './program-view.module.css'

export interface ProgramViewProps {
  readonly program: string
  readonly query: string
  readonly label: string
}

/** The program that is solved and the goal that is asked, to be read and copied. */
export function ProgramView({ label, program, query }: ProgramViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    if (place.current === null) return
    const editor = monaco.editor.create(place.current, {
      value: `% ?- ${query}.\n\n${program}`,
      language: 'prolog',
      readOnly: true,
      ariaLabel: label,
      fontFamily: getComputedStyle(place.current).getPropertyValue('--mono'),
      fontSize: 12,
      lineHeight: 18,
      fontLigatures: false,
      tabFocusMode: true,
      lineNumbers: 'on',
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 6,
      folding: false,
      glyphMargin: false,
      minimap: { enabled: false },
      overviewRulerLanes: 0,
      renderLineHighlight: 'none',
      scrollBeyondLastLine: false,
      wordWrap: 'on',
      automaticLayout: true,
      occurrencesHighlight: 'off',
      matchBrackets: 'never',
      links: false,
      padding: { top: 8, bottom: 8 },
      scrollbar: { verticalScrollbarSize: 8, horizontal: 'hidden', useShadows: false },
      fixedOverflowWidgets: true,
    })
    return () => {
      editor.getModel()?.dispose()
      editor.dispose()
    }
  }, [label, program, query])
  useEffect(() => setMonacoTheme(scheme), [scheme])
  return <div ref={place} className={styles['program']} />
}
