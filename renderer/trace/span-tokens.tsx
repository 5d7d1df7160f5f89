import { MarkedText } from './marked-text.tsx'
import type { SpanToken } from './span-contents.ts'
import styles from './span-tokens.module.css'
import { traceStrings } from './strings.ts'

const words = traceStrings.detail

/** Each token and how probable the model found it: what the confidence of a clause is made of. */
export function SpanTokens({ tokens }: { readonly tokens: readonly SpanToken[] }) {
  const least = tokens.reduce((lowest, { probability }) => Math.min(lowest, probability), 1)
  return (
    <details className={styles['tokens']}>
      <summary>{words.tokens(tokens.length, percent(least))}</summary>
      <table>
        <thead className="only-heard">
          <tr>
            <th scope="col">{words.token}</th>
            <th scope="col">{words.probability}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ probability, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tokens never move
            <tr key={index} data-unsure={probability < 0.9}>
              <th scope="row">
                <MarkedText text={text.replaceAll('\n', '↵')} />
              </th>
              <td>
                <span className={styles['bar']} style={{ width: `${probability * 72}px` }} />
                <span className={styles['percent']}>{percent(probability)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** What is not certain is not called so. */
function percent(probability: number): string {
  if (probability >= 0.99995) return '100 %'
  if (probability >= 0.995) return `${(Math.floor(probability * 1e4) / 100).toFixed(2)} %`
  return probability < 0.005 ? '< 1 %' : `${Math.round(probability * 100)} %`
}
