import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { PromptPreview } from '../../src/api/prompts-contract.ts'
import { FailureLine } from '../frame/failure-line.tsx'
import { ChatPrompt } from './chat-prompt.tsx'
import { ModelSelect } from './model-select.tsx'
import styles from './preview-pane.module.css'
import { showMarks } from './show-marks.ts'
import { promptStrings } from './strings.ts'
import type { ToolsPaneProps } from './tools-pane-props.ts'

const words = promptStrings.preview
const choose = promptStrings.choose

/** What a model would be asked with the text as it stands, on a problem of one's choice. */
export function PreviewPane(props: ToolsPaneProps) {
  const { entry, onProblem, problem, problems } = props
  const { again, error, isOld, preview } = props.preview
  const [view, setView] = useState<'messages' | 'model'>('messages')
  const groups = [
    { group: choose.examples, items: problems.examples },
    { group: choose.recent, items: problems.recent },
  ].filter(({ items }) => items.length > 0)
  return (
    <div className={styles['pane']}>
      <div className={styles['choices']}>
        <NativeSelect
          size="xs"
          aria-label={choose.problem}
          data={groups.map(({ group, items }) => ({
            group,
            items: items.map(({ id, title }) => ({ value: id, label: title })),
          }))}
          value={problem?.id ?? ''}
          onChange={(event) => onProblem(event.currentTarget.value)}
        />
        <ModelSelect models={props.models} modelId={props.modelId} onModel={props.onModel} />
        {entry.role !== 'fixed' && (
          <SegmentedControl
            size="xs"
            aria-label={words.view}
            value={view}
            onChange={(value) => setView(value === 'model' ? 'model' : 'messages')}
            data={[
              { value: 'messages', label: words.asMessages },
              { value: 'model', label: words.asModel },
            ]}
          />
        )}
        <span className={styles['size']}>{preview !== undefined && sizeOf(preview)}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to */}
      <section className={styles['asked']} aria-label={words.label} aria-busy={isOld} tabIndex={0}>
        {error !== null && <FailureLine error={error} again={again} />}
        {preview !== undefined && view === 'model' && entry.role !== 'fixed' && (
          <ChatPrompt chat={preview.chat} hasModel={props.modelId !== undefined} />
        )}
        {preview !== undefined && (view === 'messages' || entry.role === 'fixed') && (
          <Messages name={entry.name} titles={props.titles} preview={preview} />
        )}
      </section>
    </div>
  )
}

function Messages(props: {
  readonly name: string
  readonly titles: ReadonlyMap<string, string>
  readonly preview: PromptPreview
}) {
  const { messages } = props.preview
  const isUsed = messages.some(({ template }) => template === props.name)
  return (
    <>
      {!isUsed && <p className={styles['hint']}>{words.unused}</p>}
      <ol>
        {messages.map(({ content, role, template }, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a message has no other name than its place
            key={place}
            className={styles['message']}
            data-own={template === props.name}
          >
            <p className={styles['role']}>
              <strong>{words.roles[role]}</strong>{' '}
              {template === props.name
                ? words.this
                : template === undefined
                  ? words.sample
                  : (props.titles.get(template) ?? template)}
            </p>
            <pre className={styles['content']}>{role === 'raw' ? <Marked prompt={content} /> : content}</pre>
          </li>
        ))}
      </ol>
    </>
  )
}

function Marked({ prompt }: { readonly prompt: string }) {
  return showMarks(prompt).map(({ isMark, text }, place) =>
    isMark ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name than its place
      <span key={place} className={styles['mark']}>
        {text}
      </span>
    ) : (
      text
    ),
  )
}

/** In tokens where they can be counted, else in characters. */
function sizeOf({ messages, tokens }: PromptPreview): string {
  const isRaw = messages.some(({ role }) => role === 'raw')
  if (tokens !== undefined) {
    const [prompt, context] = [tokens.prompt, tokens.context].map((count) => count.toLocaleString('en'))
    return (isRaw ? words.longest : words.tokens)(prompt ?? '', context ?? '')
  }
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0)
  return words.characters(characters.toLocaleString('en'))
}
