import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import type { ProgramDiagnostic } from '../../src/planning/program-diagnostic.ts'
import { type ClauseLine, clauseLines } from './clause-lines.ts'
import type { FactEditor, LineLook } from './fact-editor.ts'
import styles from './fact-pane.module.css'
import { hasWords } from './links.ts'
import { inspectStrings } from './strings.ts'

const words = inspectStrings.program
/** Below this the model's doubt is shown. */
const unsureBelow = 0.9

export interface FactPaneProps {
  readonly runId: string
  readonly text: string
  readonly facts: readonly FormalizedFact[]
  readonly lit: ReadonlySet<number>
  readonly problems: readonly ProgramDiagnostic[]
  readonly onChange: (text: string) => void
  readonly onChoose: (fact: number | undefined) => void
  readonly onPoint: (fact: number | undefined) => void
}

/** The facts as Prolog, to be read and edited. Until the editor is loaded a plain text area stands there and does the same. */
export function FactPane(props: FactPaneProps) {
  const { facts, lit, problems, runId, text } = props
  const place = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const [editor, setEditor] = useState<FactEditor>()
  const lines = useMemo(() => clauseLines(text, facts), [text, facts])
  const looks = useMemo(() => lines.map((line) => lookOf(line, { facts, lit })), [lines, facts, lit])
  const latest = useRef({ props, lines })
  latest.current = { props, lines }
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    let made: FactEditor | undefined
    let isGone = false
    const factAt = (line: number | undefined) => (line === undefined ? undefined : latest.current.lines[line]?.index)
    void import('./fact-editor.ts').then(({ createFactEditor }) => {
      if (isGone || place.current === null) return
      const hadFocus = document.activeElement === plain.current
      made = createFactEditor(
        place.current,
        { runId, text: latest.current.props.text },
        {
          onChange: (changed) => latest.current.props.onChange(changed),
          onPoint: (line) => latest.current.props.onPoint(factAt(line)),
          onChoose: (line) => latest.current.props.onChoose(factAt(line)),
        },
      )
      if (hadFocus) made.goTo(1, 1)
      // At once: the page never has two editors.
      flushSync(() => setEditor(made))
    })
    return () => {
      isGone = true
      made?.dispose()
      setEditor(undefined)
    }
  }, [runId])
  useEffect(() => editor?.setText(text), [editor, text])
  useEffect(() => editor?.setLooks(looks), [editor, looks])
  useEffect(() => editor?.setProblems(problems), [editor, problems])
  useEffect(() => editor?.setTheme(scheme), [editor, scheme])

  return (
    <>
      <div className={styles['frame']}>
        <div ref={place} className={styles['place']} />
        {editor === undefined && (
          <textarea
            ref={plain}
            className={styles['plain']}
            aria-label={words.editor}
            spellCheck={false}
            value={text}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        )}
      </div>
      {problems.length > 0 && (
        <ul aria-label={words.problems} className={styles['problems']}>
          {problems.map(({ code, message, severity, start }) => (
            <li key={`${start.line} ${start.column} ${code} ${message}`} data-severity={severity}>
              <button type="button" onClick={() => editor?.goTo(start.line, start.column)}>
                <strong>{words.severity[severity]}</strong> · {words.at(start.line, start.column)}:
              </button>{' '}
              {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function lookOf(
  { index, isClause }: ClauseLine,
  { facts, lit }: { facts: readonly FormalizedFact[]; lit: ReadonlySet<number> },
): LineLook {
  const fact = index === undefined ? undefined : facts[index]
  if (index === undefined || fact === undefined)
    return { gutter: isClause ? '+' : '', isLit: false, isWordless: isClause }
  const percent = Math.floor(fact.confidence * 100)
  const gutter = fact.edited ? '✎' : fact.confidence < unsureBelow ? `${percent}%` : ''
  return { gutter, isLit: lit.has(index), isWordless: !hasWords(fact) }
}
