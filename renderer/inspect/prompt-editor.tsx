import { Button, Textarea } from '@mantine/core'
import pane from './pane.module.css'
import styles from './prompt-editor.module.css'
import type { PromptParts } from './prompt-parts.ts'
import { inspectStrings } from './strings.ts'

const words = inspectStrings.prompt

export interface PromptEditorProps {
  /** A string is the prompt of a chat model. */
  readonly prompt: PromptParts | string
  /** As it was asked: parts that were empty then stay out of sight. */
  readonly asked: PromptParts | string
  readonly isEdited: boolean
  /** Facts were edited by hand after it. */
  readonly losesFacts: boolean
  readonly onChange: (prompt: PromptParts | string) => void
  readonly onReset: () => void
  readonly onRun: () => void
}

/** What the model was asked about a sentence, part by part, to be asked again in other words. */
export function PromptEditor({ asked, isEdited, losesFacts, onChange, onReset, onRun, prompt }: PromptEditorProps) {
  return (
    <div className={styles['editor']}>
      {typeof prompt === 'string' ? (
        <Textarea
          size="xs"
          autosize
          minRows={4}
          maxRows={14}
          aria-label={words.raw}
          value={prompt}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        prompt.parts.map((part, index) =>
          typeof asked !== 'string' && asked.parts[index]?.text.trim() === '' ? null : (
            <Textarea
              // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name, and parts stay where they are
              key={index}
              size="xs"
              autosize
              maxRows={5}
              label={words.part[part.kind]}
              value={part.text}
              onChange={(event) => {
                const text = event.currentTarget.value
                onChange({ ...prompt, parts: prompt.parts.map((one, at) => (at === index ? { ...one, text } : one)) })
              }}
            />
          ),
        )
      )}
      {losesFacts && <p className={styles['note']}>{words.carried}</p>}
      <p className={styles['actions']}>
        <Button size="compact-xs" className={pane['primary'] ?? ''} disabled={!isEdited} onClick={onRun}>
          {words.run}
        </Button>
        <Button size="compact-xs" variant="default" disabled={!isEdited} onClick={onReset}>
          {words.reset}
        </Button>
      </p>
    </div>
  )
}
