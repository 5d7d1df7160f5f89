import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { PreviewInput, PromptEntry } from '../../src/api/prompts-contract.ts'
import type { PromptVersion } from '../../src/planning/prompt-version.ts'
import { useAnswer, useEngine } from '../connection/engine-context.ts'
import { Split } from '../frame/split.tsx'
import { useRemembered } from '../frame/use-remembered.ts'
import { navigate } from '../frame/use-route.ts'
import { EditorPane } from './editor-pane.tsx'
import { draftKey, promptDrafts } from './prompt-drafts.ts'
import { promptStrings as words } from './strings.ts'
import type { TemplateEditorActions } from './template-editor.tsx'
import { TemplateList } from './template-list.tsx'
import { ToolsPane } from './tools-pane.tsx'
import { usePreview } from './use-preview.ts'
import { usePromptProblems } from './use-prompt-problems.ts'

export interface PromptWorkplaceProps {
  readonly entries: readonly PromptEntry[]
  readonly entry: PromptEntry
  readonly version: PromptVersion
}

/** Templates on the left, the text in the middle, what becomes of it on the right. */
export function PromptWorkplace({ entries, entry, version }: PromptWorkplaceProps) {
  const { ask } = useEngine()
  const queries = useQueryClient()
  const drafts = useSyncExternalStore(promptDrafts.subscribe, promptDrafts.snapshot)
  const [problemId, setProblemId] = useState('')
  const chosenModel = useRemembered('prompts.model', z.string(), '')
  const [compared, setCompared] = useState<{ readonly name: string; readonly version: number }>()
  const editor = useRef<TemplateEditorActions>(null)
  const models = useAnswer(['models'], (client) => client.models.list()).data
  const domains = useAnswer(['datasets', 'domains'], (client) => client.domains.list()).data
  const problems = usePromptProblems()

  const { name } = entry
  const key = draftKey(name, version.version)
  const text = drafts.get(key) ?? version.text
  const comparedWith = compared?.name === name ? compared.version : undefined
  const before = entry.versions.find((one) => one.version === comparedWith)

  const usable = (models ?? []).filter(({ problem }) => problem === undefined)
  // Chat models are what templates are for; those that come with Planwright are none.
  const modelId =
    usable.find(({ id }) => id === chosenModel.value)?.id ?? (usable.find(({ shipped }) => !shipped) ?? usable[0])?.id
  const fitting = problemsFor(entry, problems.examples)
  const all = [...problems.examples, ...problems.recent]
  const problem = all.find(({ id }) => id === problemId) ?? fitting[0]
  const domain = domains?.find(({ id }) => id === problem?.domain)?.id ?? domains?.[0]?.id
  const problemText = problem?.text
  const input = useMemo<PreviewInput | undefined>(() => {
    if (problemText === undefined || domain === undefined) return undefined
    const asked = { name, text, problemText, domain }
    return modelId === undefined ? asked : { ...asked, modelId }
  }, [name, text, problemText, domain, modelId])
  const preview = usePreview(input)
  // What is wrong is told a moment after the last letter, not while a tag is half written.
  const [calm] = useDebouncedValue(preview.preview?.diagnostics, 150)

  const save = async (note: string) => {
    const added = await ask((client) => client.prompts.add({ name, text, note }))
    await queries.invalidateQueries({ queryKey: ['prompts'] })
    editor.current?.replaceAll(version.text)
    promptDrafts.set(key, version.text, version.text)
    navigate('prompts', name, String(added.version))
    return added.version
  }

  return (
    <Split name="prompts" label={words.dividers} shares={[17, 43, 40]}>
      <TemplateList entries={entries} name={name} version={version.version} drafts={drafts} />
      <EditorPane
        entry={entry}
        version={version}
        text={text}
        before={before}
        diagnostics={preview.isOld ? (calm ?? noDiagnostics) : (preview.preview?.diagnostics ?? noDiagnostics)}
        editor={editor}
        actions={{
          change: (changed, to) => changeDraft(entries, changed, to),
          compare: (other) => setCompared(other === undefined ? undefined : { name, version: other }),
          save,
        }}
      />
      <ToolsPane
        entry={entry}
        version={version.version}
        isChanged={text !== version.text}
        models={usable}
        modelId={modelId}
        preview={preview}
        problems={problems}
        problem={problem}
        titles={new Map(entries.map((one) => [one.name, one.title]))}
        onModel={chosenModel.set}
        onProblem={setProblemId}
      />
    </Split>
  )
}

const noDiagnostics: readonly never[] = []

function changeDraft(entries: readonly PromptEntry[], key: string, text: string): void {
  const versions = entries.flatMap((one) => one.versions)
  const saved = versions.find((one) => draftKey(one.name, one.version) === key)
  if (saved !== undefined) promptDrafts.set(key, text, saved.text)
}

/** Examples of the kind of problem that a template is for, where it is for one. */
function problemsFor<T extends { readonly domain: string }>(
  { name, role }: PromptEntry,
  examples: readonly T[],
): readonly T[] {
  if (role !== 'example') return examples
  const own = examples.filter(({ domain }) => name.endsWith(`-${domain}`))
  return own.length > 0 ? own : examples
}
