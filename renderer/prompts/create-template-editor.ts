import type { TemplateDiagnostic, TemplateVariable } from '../../src/planning/prompt-template.ts'
import { monaco, setMonacoTheme } from '../prolog/monaco.ts'
import { replaceText, templateLanguage, templateModel } from './monaco-template.ts'

/** The text that is edited, and what it is compared with. */
export interface TemplateSource {
  /** Its template and version. */
  readonly key: string
  readonly text: string
  readonly variables: readonly TemplateVariable[]
  readonly isReadOnly: boolean
  readonly label: string
  /** Another text to its left. */
  readonly before?: string | undefined
}

/** The editor of templates, without the framework around it. */
export interface TemplateEditor {
  show(source: TemplateSource): void
  setDiagnostics(diagnostics: readonly TemplateDiagnostic[]): void
  setTheme(scheme: 'light' | 'dark'): void
  insert(text: string): void
  /** As one step that can be undone. */
  replaceAll(text: string): void
  focus(): void
  dispose(): void
}

const options = {
  fontSize: 13,
  lineHeight: 20,
  wordWrap: 'on',
  // Tab goes on to the next control, as everywhere on the page.
  tabFocusMode: true,
  folding: false,
  glyphMargin: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
  padding: { top: 8, bottom: 12 },
  automaticLayout: true,
  quickSuggestions: false,
  suggest: { showIcons: false, showStatusBar: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  matchBrackets: 'never',
  links: false,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  fixedOverflowWidgets: true,
} as const satisfies monaco.editor.IEditorOptions

const owner = 'template'

export function createTemplateEditor(
  place: HTMLElement,
  onChange: (key: string, text: string) => void,
): TemplateEditor {
  let shown: { source: TemplateSource; model: monaco.editor.ITextModel } | undefined
  let parts: { code: monaco.editor.ICodeEditor; dispose: () => void } | undefined
  const fontFamily = getComputedStyle(place).getPropertyValue('--mono')
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())

  const close = () => {
    parts?.dispose()
    parts = undefined
  }
  const open = (source: TemplateSource, model: monaco.editor.ITextModel) => {
    const made =
      source.before === undefined
        ? openPlain(place, { ...options, wordBasedSuggestions: 'off', fontFamily, model, ariaLabel: source.label })
        : openDiff(place, { ...options, fontFamily, ariaLabel: source.label }, { before: source.before, model })
    const listening = model.onDidChangeContent(() => onChange(source.key, model.getValue()))
    made.code.updateOptions({ readOnly: source.isReadOnly, domReadOnly: source.isReadOnly })
    parts = {
      code: made.code,
      dispose() {
        listening.dispose()
        made.dispose()
      },
    }
  }

  return {
    show(source) {
      const model = templateModel(source)
      const isSame =
        shown?.model === model && shown.source.before === source.before && shown.source.isReadOnly === source.isReadOnly
      shown = { source, model }
      if (isSame && parts !== undefined) return
      const hadFocus = parts?.code.hasTextFocus() ?? false
      close()
      open(source, model)
      if (hadFocus) parts?.code.focus()
    },
    setDiagnostics(diagnostics) {
      if (shown === undefined) return
      const markers = diagnostics.map(({ column, endColumn, line, message }) => ({
        severity: monaco.MarkerSeverity.Error,
        message,
        startLineNumber: line,
        endLineNumber: line,
        startColumn: column,
        endColumn: Math.max(endColumn, column + 1),
      }))
      monaco.editor.setModelMarkers(shown.model, owner, markers)
    },
    setTheme: setMonacoTheme,
    insert(text) {
      const code = parts?.code
      const selection = code?.getSelection()
      if (code === undefined || selection === null || selection === undefined) return
      code.pushUndoStop()
      code.executeEdits(owner, [{ range: selection, text, forceMoveMarkers: true }])
      code.pushUndoStop()
      code.focus()
    },
    replaceAll(text) {
      if (shown !== undefined) replaceText(shown.model, text)
    },
    focus: () => parts?.code.focus(),
    dispose: close,
  }
}

interface OpenEditor {
  readonly code: monaco.editor.ICodeEditor
  dispose(): void
}

function openPlain(place: HTMLElement, given: monaco.editor.IStandaloneEditorConstructionOptions): OpenEditor {
  const code = monaco.editor.create(place, given)
  return { code, dispose: () => code.dispose() }
}

function openDiff(
  place: HTMLElement,
  given: monaco.editor.IStandaloneDiffEditorConstructionOptions,
  { before, model }: { before: string; model: monaco.editor.ITextModel },
): OpenEditor {
  const original = monaco.editor.createModel(before, templateLanguage)
  const diff = monaco.editor.createDiffEditor(place, {
    ...given,
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 560,
    renderOverviewRuler: false,
    renderGutterMenu: false,
    originalEditable: false,
    hideUnchangedRegions: { enabled: false },
  })
  diff.setModel({ original, modified: model })
  return {
    code: diff.getModifiedEditor(),
    dispose() {
      diff.setModel(null)
      diff.dispose()
      original.dispose()
    },
  }
}
