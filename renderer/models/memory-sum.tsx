import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ModelMemory } from '../../src/api/model-details.ts'
import { formatBytes } from '../comparison/format.ts'
import { contextSteps, mostContextTokens, nearestStep } from './context-steps.ts'
import styles from './memory-sum.module.css'
import { modelStrings } from './strings.ts'

const words = modelStrings.memory
const formatTokens = (tokens: number) => tokens.toLocaleString('en')

export interface MemorySumProps {
  /** For the chosen context window. */
  readonly memory: ModelMemory
  /** What the model was trained for; 0 where nobody says. */
  readonly trained: number
  readonly choose: (contextTokens: number) => void
}

/** What loading would take, part by part, for the context window that is chosen here. */
export function MemorySum({ choose, memory, trained }: MemorySumProps) {
  const { contextTokens, freeBytes, totalBytes } = memory
  const steps = contextSteps(trained)
  const most = mostContextTokens(trained)
  // What is being written is not a number at every moment; the sum stays with the last that was one.
  const [draft, setDraft] = useState<string>()
  const parts = [
    { name: 'weights', bytes: memory.weightsBytes },
    { name: 'cache', bytes: memory.cacheBytes },
    { name: 'buffers', bytes: memory.buffersBytes },
    { name: 'process', bytes: memory.processBytes },
  ] as const
  return (
    <section className={styles['memory']} aria-labelledby="memory-title">
      <h3 id="memory-title">{words.title}</h3>
      <p className={styles['total']}>
        <strong>{words.sum(formatBytes(totalBytes))}</strong> {words.side(memory.sequences)} ·{' '}
        {words.free(formatBytes(freeBytes))}
        {totalBytes <= freeBytes && <span className={styles['fits']}> ✓ {words.fits}</span>}
      </p>
      <div role="img" aria-label={words.picture(formatBytes(totalBytes))} className={styles['bar']}>
        {parts.map(({ bytes, name }) => (
          <span key={name} className={styles[name]} style={{ flexGrow: bytes }} title={words.parts[name]} />
        ))}
      </div>
      <dl className={styles['parts']}>
        {parts.map(({ bytes, name }) => (
          <div key={name}>
            <dt>
              <span className={`${styles['key']} ${styles[name]}`} aria-hidden="true" /> {words.parts[name]}
            </dt>
            <dd>{formatBytes(bytes)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['context']}>
        <label htmlFor="context-slider">{words.context}</label>
        <input
          id="context-slider"
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          value={nearestStep(steps, contextTokens)}
          aria-valuetext={formatTokens(contextTokens)}
          onChange={(event) => choose(steps[Number(event.currentTarget.value)] ?? contextTokens)}
        />
        <TextInput
          aria-label={words.contextNumber}
          type="number"
          size="xs"
          w={96}
          min={1}
          max={most}
          step={256}
          value={draft ?? String(contextTokens)}
          onChange={({ currentTarget: { value } }) => {
            setDraft(value)
            const tokens = Number(value)
            if (Number.isInteger(tokens) && tokens >= 1 && tokens <= most) choose(tokens)
          }}
          onBlur={() => setDraft(undefined)}
        />
        <span className={styles['trained']}>{trained > 0 && words.trained(formatTokens(trained))}</span>
      </div>
      {totalBytes > freeBytes && (
        <p className={styles['warning']} role="status">
          <span aria-hidden="true">!</span> {words.tooMuch(formatBytes(totalBytes), formatBytes(freeBytes))}
        </p>
      )}
    </section>
  )
}
