import type { PreviewInput, PromptCase, PromptEntry, PromptPreview } from '../../../src/api/prompts-contract.ts'
import type { EngineClient, EngineLink } from '../../connection/engine-link.ts'
import { FakeEngine } from '../../test/fake-engine.ts'

const version = (name: string, number: number, words: { text: string; note?: string }) => ({
  name,
  version: number,
  time: 0,
  note: '',
  ...words,
})

/** An engine with two templates; a text with "wrong" in it has something wrong with it. */
export class FakePrompts {
  readonly engine = new FakeEngine()
  readonly added: { name: string; text: string; note: string }[] = []
  /** What is known of the one example. */
  known: PromptCase = { effect: 'differs' }
  entries: PromptEntry[] = [
    {
      name: 'chat-translate',
      title: 'Translate',
      description: 'The first message.',
      role: 'system',
      variables: [{ name: 'domain', doc: 'The kind of problem.' }],
      versions: [
        version('chat-translate', 1, { text: 'Translate.' }),
        version('chat-translate', 2, { text: 'Do translate.', note: 'Kinder' }),
      ],
    },
    {
      name: 'small-model',
      title: 'Own models',
      description: 'Their language.',
      role: 'fixed',
      variables: [],
      fixedBecause: 'They were trained on exactly this.',
      versions: [version('small-model', 1, { text: 'Marks.' })],
    },
  ]

  readonly openLink = async (): Promise<EngineLink> => {
    const link = await this.engine.openLink()
    const { client } = link
    const extended = {
      ...client,
      runs: { ...client.runs, list: async () => [], events: async () => [] },
      datasets: { list: async () => [], problems: async () => [] },
      prompts: {
        list: async () => structuredClone(this.entries),
        add: async (made: { name: string; text: string; note: string }) => {
          this.added.push(made)
          const entry = this.entries.find(({ name }) => name === made.name)
          const added = version(made.name, (entry?.versions.length ?? 0) + 1, { text: made.text, note: made.note })
          entry?.versions.push(added)
          return added
        },
        render: async (input: PreviewInput) => preview(input),
        cases: async ({ problems }: { problems: readonly unknown[] }) => problems.map(() => this.known),
      },
    }
    return { ...link, client: extended as unknown as EngineClient }
  }
}

function preview({ name, text = '' }: PreviewInput): PromptPreview {
  const column = text.indexOf('wrong') + 1
  return {
    messages: [{ role: name === 'small-model' ? 'raw' : 'system', content: `Asked: ${text}`, template: name }],
    diagnostics: column === 0 ? [] : [{ message: 'This is wrong.', line: 1, column, endColumn: column + 5 }],
    chat: {
      status: 'rendered',
      template: '{{ messages }}',
      parts: [
        { text: '<start>', isTemplate: true },
        { text, isTemplate: false },
      ],
    },
  }
}
