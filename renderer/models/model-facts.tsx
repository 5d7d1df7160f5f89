import type { ModelFacts } from '../../src/api/model-details.ts'
import styles from './model-facts.module.css'
import { modelStrings } from './strings.ts'

const words = modelStrings.facts
const number = (value: number) => value.toLocaleString('en')

/** 1.9 million, 7.6 billion. */
export function formatParameters(count: number): string {
  if (count >= 1e9) return `${(count / 1e9).toFixed(1)} billion`
  return count >= 1e6 ? `${(count / 1e6).toFixed(1)} million` : number(count)
}

/** What the header of its file says about a model. */
export function ModelFactList({ facts, file }: { readonly facts: ModelFacts; readonly file: string }) {
  const tokenizer = words.tokenizers[facts.tokenizer] ?? facts.tokenizer
  const rows: readonly (readonly [string, string])[] = [
    [words.architecture, facts.architecture],
    [words.parameters, formatParameters(facts.parameters)],
    [words.quantization, facts.quantization],
    [words.context, facts.contextTokens > 0 ? words.tokens(number(facts.contextTokens)) : words.unstated],
    [words.shape, words.shapeValue(number(facts.layers), number(facts.heads), number(facts.embeddingLength))],
    [words.tokenizer, `${tokenizer === '' ? '–' : tokenizer} · ${words.tokens(number(facts.vocabulary))}`],
    [words.licence, facts.license ?? words.unstated],
    [words.author, facts.author ?? words.unstated],
  ]
  return (
    <section aria-labelledby="facts-title">
      <h3 id="facts-title">{words.title}</h3>
      <dl className={styles['facts']}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ))}
        <div className={styles['wide']}>
          <dt>{words.sha256}</dt>
          <dd data-code={facts.sha256 !== undefined}>{facts.sha256 ?? words.sha256Unknown}</dd>
        </div>
        <div className={styles['wide']}>
          <dt>{words.file}</dt>
          <dd data-code={true} title={file}>
            {file}
          </dd>
        </div>
      </dl>
    </section>
  )
}
