import * as monaco from 'monaco-editor/editor/editor.api'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/wordOperations/register'
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
  light: { bg: '#ffffff', ink1: '1b1b19', ink2: '454541', ink3: '686862', predicate: '24378c', number: '45507a' },
  dark: { bg: '#151619', ink1: 'e9e9e7', ink2: 'b9babd', ink3: '93959b', predicate: 'b4c2ff', number: 'a5b0d6' },
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
    },
  })
}

/** All editors of a page share one theme. */
export function setMonacoTheme(scheme: 'light' | 'dark'): void {
  monaco.editor.setTheme(`planwright-${scheme}`)
}

export { monaco }
