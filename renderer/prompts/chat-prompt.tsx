import type { PromptPreview } from '../../src/api/prompts-contract.ts'
import styles from './chat-prompt.module.css'
import { promptStrings } from './strings.ts'

const words = promptStrings.preview

/** A conversation in a model's chat template: what that adds stands out, and the template itself is there to read. */
export function ChatPrompt({ chat, hasModel }: { readonly chat: PromptPreview['chat']; readonly hasModel: boolean }) {
  if (!hasModel || chat === undefined) return <p className={styles['hint']}>{words.pickModel}</p>
  if (chat.status === 'no-template') return <p className={styles['hint']}>{words.noTemplate}</p>
  if (chat.status === 'failed') return <p className={styles['hint']}>{words.chatFailed(chat.message)}</p>
  return (
    <>
      <details className={styles['template']}>
        <summary>{words.template}</summary>
        <pre>{chat.template}</pre>
      </details>
      <pre className={styles['prompt']}>
        {chat.parts.map(({ isTemplate, text }, place) =>
          isTemplate ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
            <span key={place} className={styles['added']}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </pre>
    </>
  )
}
