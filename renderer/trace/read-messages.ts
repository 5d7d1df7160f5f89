import { z } from 'zod'
import type { TraceSpan } from '../../src/api/trace-span.ts'
import { jsonOf, attributeNames as names, textOf } from './span-attributes.ts'

/** A turn of a conversation with a model. */
export interface SpokenMessage {
  readonly role: string
  readonly text: string
}

/** As OpenTelemetry writes a message: parts of text, calls of tools, their answers. Earlier versions have `content`. */
const messageSchema = z.object({
  role: z.string().default(''),
  parts: z.array(z.looseObject({ type: z.string().default('') })).optional(),
  content: z.unknown().optional(),
})
const messagesSchema = z.array(messageSchema)

/** What was said to a model or by it, by either convention; empty where there is nothing of the kind. */
export function readMessages(span: TraceSpan, side: 'input' | 'output'): SpokenMessage[] {
  const name = side === 'input' ? names.inputMessages : names.outputMessages
  const read = jsonOf(textOf(span, name), messagesSchema)
  if (read !== undefined) return read.map(({ content, parts, role }) => ({ role, text: textOfParts(parts, content) }))
  return numbered(span, side)
}

function textOfParts(parts: readonly Record<string, unknown>[] | undefined, content: unknown): string {
  if (parts === undefined) return typeof content === 'string' ? content : show(content)
  return parts
    .map((part) => ('content' in part && typeof part['content'] === 'string' ? part['content'] : show(part)))
    .join('\n')
}

const show = (value: unknown) => (value === undefined || value === null ? '' : JSON.stringify(value, null, 2))

/** OpenInference writes each message as attributes of its own: `llm.input_messages.0.message.content`. */
function numbered(span: TraceSpan, side: string): SpokenMessage[] {
  const messages: SpokenMessage[] = []
  for (let index = 0; ; index++) {
    const prefix = `llm.${side}_messages.${index}.message.`
    const [role, content] = [textOf(span, `${prefix}role`), textOf(span, `${prefix}content`)]
    const parts = Object.entries(span.attributes).filter(([name]) => name.startsWith(prefix))
    if (parts.length === 0) return messages
    const calls = parts.flatMap(([name, value]) =>
      name.includes('.tool_call.') && typeof value === 'string' ? [value] : [],
    )
    messages.push({ role: role ?? '', text: [content ?? '', ...calls].filter((one) => one !== '').join('\n') })
  }
}
