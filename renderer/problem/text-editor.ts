import { monaco, setMonacoTheme } from '../prolog/monaco.ts'
import { strings } from '../strings.ts'
import type { TextMark } from './text-marks.ts'

/** The editor of the problem text, without the framework around it. */
export interface TextEditor {
  setText(text: string): void
  setMarks(marks: readonly TextMark[]): void
  setTheme(scheme: 'light' | 'dark'): void
  focus(): void
  dispose(): void
}

export function createTextEditor(place: HTMLElement, text: string, onChange: (text: string) => void): TextEditor {
  const editor = monaco.editor.create(place, {
    value: text,
    language: 'plaintext',
    ariaLabel: strings.problem.editor,
    placeholder: strings.problem.placeholder,
    fontFamily: getComputedStyle(place).getPropertyValue('--sans'),
    fontSize: 13.5,
    lineHeight: 22,
    wordWrap: 'on',
    wrappingStrategy: 'advanced',
    // Tab goes on to the next control, as everywhere on the page.
    tabFocusMode: true,
    lineNumbers: 'off',
    folding: false,
    glyphMargin: false,
    lineDecorationsWidth: 16,
    lineNumbersMinChars: 0,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { verticalScrollbarSize: 8, horizontal: 'hidden', useShadows: false },
    padding: { top: 12, bottom: 12 },
    automaticLayout: true,
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    matchBrackets: 'never',
    links: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    fixedOverflowWidgets: true,
  })
  // Offsets of facts count every line end as one character.
  editor.getModel()?.setEOL(monaco.editor.EndOfLineSequence.LF)
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())
  const marked = editor.createDecorationsCollection()
  const listening = editor.onDidChangeModelContent(() => onChange(editor.getValue()))
  return {
    setText(next) {
      if (next !== editor.getValue()) editor.setValue(next.replaceAll('\r\n', '\n'))
    },
    setMarks(marks) {
      const model = editor.getModel()
      if (model === null) return
      marked.set(
        marks.map(({ end, kind, start }) => ({
          range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
          options: { inlineClassName: `mark-${kind}`, description: kind },
        })),
      )
      const pointed = marks.find(({ kind }) => kind === 'pointed')
      if (pointed !== undefined) editor.revealPositionInCenterIfOutsideViewport(model.getPositionAt(pointed.start))
    },
    setTheme: setMonacoTheme,
    focus: () => editor.focus(),
    dispose() {
      listening.dispose()
      editor.getModel()?.dispose()
      editor.dispose()
    },
  }
}
