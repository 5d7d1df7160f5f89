import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import styles from './chat-template.module.css'
import { jinjaParts } from './jinja-parts.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.template

/** The template that turns a conversation into the model's prompt, to be read and copied. */
export function ChatTemplate({
  modelId,
  template,
}: {
  readonly modelId: string
  readonly template: string | undefined
}) {
  const clipboard = useClipboard()
  let at = 0
  const parts = jinjaParts(template ?? '').map((part) => {
    const key = at
    at += part.text.length
    return { ...part, key }
  })
  return (
    <section className={styles['template']} aria-labelledby="template-title">
      <div className={styles['head']}>
        <h3 id="template-title">{words.title}</h3>
        {template !== undefined && (
          <Button size="compact-xs" variant="default" onClick={() => clipboard.copy(template)}>
            {clipboard.copied ? words.copied : words.copy}
          </Button>
        )}
      </div>
      {template === undefined ? (
        <p className={styles['none']}>{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className={styles['code']} tabIndex={0} aria-label={words.label(modelId)}>
          <pre>
            {parts.map(({ key, kind, text }) => (
              <span key={key} className={styles[kind]}>
                {text}
              </span>
            ))}
          </pre>
        </section>
      )}
    </section>
  )
}
