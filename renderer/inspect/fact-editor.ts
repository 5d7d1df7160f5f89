import type { ProgramDiagnostic } from '../../src/planning/program-diagnostic.ts'
import { monaco, setMonacoTheme } from '../prolog/monaco.ts'
import { inspectStrings } from './strings.ts'

/** How one line of the facts is drawn. */
export interface LineLook {
  /** What stands in the gutter: how sure the model is, or a sign. */
  readonly gutter: string
  readonly isLit: boolean
  readonly isWordless: boolean
}

/** The editor of the facts, without the framework around it. Lines count from 0. */
export interface FactEditor {
  setText(text: string): void
  setLooks(looks: readonly LineLook[]): void
  setProblems(problems: readonly ProgramDiagnostic[]): void
  setTheme(scheme: 'light' | 'dark'): void
  goTo(line: number, column: number): void
  dispose(): void
}

export interface FactEditorEvents {
  onChange(text: string): void
  onPoint(line: number | undefined): void
  onChoose(line: number): void
}

/** So many runs keep their text, with the way back of every edit, while one looks at others. */
const keptModels = 12
const kept = new Map<string, monaco.editor.ITextModel>()

function modelOf(runId: string, text: string): monaco.editor.ITextModel {
  const known = kept.get(runId)
  kept.delete(runId)
  const model = known ?? monaco.editor.createModel(text, 'prolog')
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  kept.set(runId, model)
  for (const [id, old] of kept) {
    if (kept.size <= keptModels) break
    old.dispose()
    kept.delete(id)
  }
  return model
}

const severities = { error: 8, doubt: 4, warning: 2 } as const satisfies Record<ProgramDiagnostic['severity'], number>

export function createFactEditor(
  place: HTMLElement,
  { runId, text }: { runId: string; text: string },
  events: FactEditorEvents,
): FactEditor {
  const model = modelOf(runId, text)
  let looks: readonly LineLook[] = []
  const editor = monaco.editor.create(place, {
    model,
    ariaLabel: inspectStrings.program.editor,
    fontFamily: getComputedStyle(place).getPropertyValue('--mono'),
    fontSize: 12,
    lineHeight: 20,
    fontLigatures: false,
    // Tab goes on to the next control, as everywhere on the page.
    tabFocusMode: true,
    lineNumbers: 'on',
    lineNumbersMinChars: 5,
    lineDecorationsWidth: 8,
    folding: false,
    glyphMargin: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    wordWrap: 'on',
    automaticLayout: true,
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    links: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    padding: { top: 8, bottom: 8 },
    scrollbar: { verticalScrollbarSize: 8, horizontal: 'hidden', useShadows: false },
    fixedOverflowWidgets: true,
  })
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())
  const drawn = editor.createDecorationsCollection()
  const listening = [
    editor.onDidChangeModelContent(() => events.onChange(editor.getValue())),
    editor.onMouseMove(({ target }) => events.onPoint((target.position?.lineNumber ?? 0) - 1)),
    editor.onMouseLeave(() => events.onPoint(undefined)),
    editor.onDidChangeCursorPosition(({ position }) => {
      if (editor.hasTextFocus()) events.onChoose(position.lineNumber - 1)
    }),
    editor.onDidFocusEditorText(() => events.onChoose((editor.getPosition()?.lineNumber ?? 1) - 1)),
  ]
  return {
    setText(next) {
      if (next !== editor.getValue()) editor.setValue(next)
    },
    setLooks(next) {
      const gutter = (one: readonly LineLook[]) => one.map((line) => line.gutter).join('\n')
      const isNewGutter = looks.length === 0 || gutter(looks) !== gutter(next)
      looks = next
      if (isNewGutter) editor.updateOptions({ lineNumbers: (line) => next[line - 1]?.gutter ?? '' })
      drawn.set(
        next.flatMap(({ isLit, isWordless }, index) => {
          const range = new monaco.Range(
            index + 1,
            1,
            index + 1,
            model.getLineMaxColumn(Math.min(index + 1, model.getLineCount())),
          )
          return [
            ...(isLit ? [{ range, options: { isWholeLine: true, className: 'clause-lit', description: 'lit' } }] : []),
            ...(isWordless
              ? [{ range, options: { inlineClassName: 'clause-wordless', description: 'wordless' } }]
              : []),
          ]
        }),
      )
      const lit = next.findIndex(({ isLit }) => isLit)
      if (lit >= 0 && !editor.hasTextFocus()) editor.revealLineInCenterIfOutsideViewport(lit + 1)
    },
    setProblems(problems) {
      monaco.editor.setModelMarkers(
        model,
        'facts',
        problems.map(({ end, message, severity, start }) => ({
          severity: severities[severity],
          message,
          startLineNumber: start.line,
          startColumn: start.column,
          endLineNumber: end.line,
          endColumn: Math.max(end.column, start.column + 1),
        })),
      )
    },
    setTheme: setMonacoTheme,
    goTo(line, column) {
      editor.setPosition({ lineNumber: line, column })
      editor.revealLineInCenterIfOutsideViewport(line)
      editor.focus()
    },
    dispose() {
      for (const one of listening) one.dispose()
      monaco.editor.setModelMarkers(model, 'facts', [])
      editor.dispose()
    },
  }
}
