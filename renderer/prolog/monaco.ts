import * as monaco from 'monaco-editor/editor/editor.api'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/diffEditor/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/wordOperations/register'
// The feature of that name registers less than this. All are here: what is registered after the first editor is not found.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { prologMonarch } from './prolog-grammar.ts'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }

monaco.languages.register({ id: 'prolog' })
monaco.languages.setMonarchTokensProvider('prolog', {
  tokenizer: {
    root: prologMonarch.tokenizer.root.map((rule) => [...rule]) as monaco.languages.IMonarchLanguageRule[],
    comment: prologMonarch.tokenizer.comment.map((rule) => [...rule]) as monaco.languages.IMonarchLanguageRule[],
  },
})

/** The page's colours as Monaco wants them: six digits, no variables. */
const inks = {
  light: {
    bg: '#ffffff',
    raised: '#f7f7f5',
    line: '#c9c9c4',
    ink1: '1b1b19',
    ink2: '454541',
    ink3: '686862',
    predicate: '24378c',
    number: '45507a',
    chosen: '#dfe3f6',
    added: '#0a723814',
    addedWords: '#0a723830',
    removed: '#b9211a10',
    removedWords: '#b9211a2c',
  },
  dark: {
    bg: '#151619',
    raised: '#1b1c20',
    line: '#42454c',
    ink1: 'e9e9e7',
    ink2: 'b9babd',
    ink3: '93959b',
    predicate: 'b4c2ff',
    number: 'a5b0d6',
    chosen: '#333a55',
    added: '#4fc48b1a',
    addedWords: '#4fc48b40',
    removed: '#ff8d8318',
    removedWords: '#ff8d833c',
  },
} as const

for (const [scheme, ink] of Object.entries(inks)) {
  monaco.editor.defineTheme(`planwright-${scheme}`, {
    base: scheme === 'light' ? 'vs' : 'vs-dark',
    inherit: true,
    rules: [
      { token: '', foreground: ink.ink1 },
      { token: 'comment', foreground: ink.ink3, fontStyle: 'italic' },
      { token: 'predicate', foreground: ink.predicate, fontStyle: 'bold' },
      { token: 'atom', foreground: ink.ink1 },
      { token: 'quoted', foreground: ink.ink1 },
      { token: 'number', foreground: ink.number },
      { token: 'variable', foreground: ink.number, fontStyle: 'italic' },
      { token: 'operator', foreground: ink.ink3 },
      { token: 'punctuation', foreground: ink.ink3 },
    ],
    colors: {
      'editor.background': ink.bg,
      'editor.foreground': `#${ink.ink1}`,
      'editorCursor.foreground': `#${ink.ink1}`,
      'editor.placeholder.foreground': `#${ink.ink3}`,
      'editorLineNumber.foreground': `#${ink.ink3}`,
      focusBorder: '#00000000',
      'editorWidget.background': ink.raised,
      'editorWidget.border': ink.line,
      'editorHoverWidget.background': ink.raised,
      'editorHoverWidget.border': ink.line,
      'editorSuggestWidget.background': ink.raised,
      'editorSuggestWidget.border': ink.line,
      'editorSuggestWidget.selectedBackground': ink.chosen,
      'editorSuggestWidget.selectedForeground': `#${ink.ink1}`,
      'editorSuggestWidget.highlightForeground': `#${ink.predicate}`,
      'editorSuggestWidget.focusHighlightForeground': `#${ink.predicate}`,
      'list.highlightForeground': `#${ink.predicate}`,
      'diffEditor.insertedLineBackground': ink.added,
      'diffEditor.insertedTextBackground': ink.addedWords,
      'diffEditor.removedLineBackground': ink.removed,
      'diffEditor.removedTextBackground': ink.removedWords,
    },
  })
}

/** All editors of a page share one theme. */
export function setMonacoTheme(scheme: 'light' | 'dark'): void {
  monaco.editor.setTheme(`planwright-${scheme}`)
}

export { monaco }
