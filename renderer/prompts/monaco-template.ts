import type { TemplateVariable } from '../../src/planning/prompt-template.ts'
import { monaco } from '../prolog/monaco.ts'
import { completeTemplate } from './complete-template.ts'
import { templateMonarch } from './template-grammar.ts'

const language = 'prompt-template'
const variablesOf = new Map<string, readonly TemplateVariable[]>()

monaco.languages.register({ id: language })
monaco.languages.setMonarchTokensProvider(language, {
  tokenizer: { root: templateMonarch.tokenizer.root.map(([pattern, token]) => [pattern, token]) },
})
monaco.languages.registerCompletionItemProvider(language, {
  triggerCharacters: ['{', '#', '/'],
  provideCompletionItems(model, position) {
    const lineStart = { lineNumber: 1, column: 1 }
    const before = model.getValueInRange(monaco.Range.fromPositions(lineStart, position))
    const found = completeTemplate(before, variablesOf.get(model.uri.toString()) ?? [])
    if (found === undefined) return { suggestions: [] }
    const after = model.getLineContent(position.lineNumber).slice(position.column - 1)
    // Braces that are there already are not doubled.
    const closed = /^[ \t]*\}{0,2}/.exec(after)?.[0] ?? ''
    const range = new monaco.Range(
      position.lineNumber,
      position.column - found.length,
      position.lineNumber,
      position.column + (closed.includes('}') ? closed.length : 0),
    )
    return {
      suggestions: found.completions.map(({ doc, insert, label }, index) => ({
        label: { label, description: doc },
        insertText: insert,
        filterText: `{{${label}`,
        sortText: String(index).padStart(3, '0'),
        documentation: doc,
        kind: monaco.languages.CompletionItemKind.Variable,
        range,
      })),
    }
  },
})

const keptModels = 40

/**
 * The text of a template's version in the editors. It stays when its editor goes, so that undo goes back beyond a visit
 * to another template.
 */
export function templateModel(named: {
  readonly key: string
  readonly text: string
  readonly variables: readonly TemplateVariable[]
}): monaco.editor.ITextModel {
  const uri = monaco.Uri.from({ scheme: 'prompt', path: `/${named.key}` })
  variablesOf.set(uri.toString(), named.variables)
  const known = monaco.editor.getModel(uri)
  if (known !== null) return known
  const models = monaco.editor.getModels().filter((one) => one.uri.scheme === 'prompt' && !one.isAttachedToEditor())
  for (const old of models.slice(0, Math.max(0, models.length - keptModels))) old.dispose()
  const model = monaco.editor.createModel(named.text, language, uri)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  return model
}

/** Replaces the whole text as one step that can be undone. */
export function replaceText(model: monaco.editor.ITextModel, text: string): void {
  if (model.getValue() === text) return
  model.pushStackElement()
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  model.pushStackElement()
}

export const templateLanguage = language
