import { CloseButton, NativeSelect } from '@mantine/core'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import { strings } from '../strings.ts'
import { formatBytes } from './format.ts'
import styles from './model-header.module.css'

const words = strings.comparison

export interface ModelHeaderProps {
  readonly modelId: string
  readonly models: readonly ModelEntry[]
  readonly position: number
  readonly actions: { readonly choose: (modelId: string) => void; readonly remove: (() => void) | undefined }
}

/** Which model the column shows, and what it costs. */
export function ModelHeader({ actions, modelId, models, position }: ModelHeaderProps) {
  const model = models.find((one) => one.id === modelId)
  const data = models.map(({ id, problem }) => ({ value: id, label: id, disabled: problem !== undefined }))
  return (
    <header className={styles['header']}>
      <NativeSelect
        aria-label={words.model(position)}
        className={styles['select'] ?? ''}
        variant="unstyled"
        size="xs"
        data={model === undefined ? [{ value: modelId, label: modelId }, ...data] : data}
        value={modelId}
        onChange={(event) => actions.choose(event.currentTarget.value)}
      />
      {actions.remove !== undefined && (
        <CloseButton size="xs" aria-label={words.remove(modelId)} onClick={actions.remove} />
      )}
      <p className={styles['about']}>
        {model === undefined ? words.missing(modelId) : (model.problem ?? about(model))}
      </p>
    </header>
  )
}

function about(model: ModelEntry): string {
  return [
    `${formatBytes(model.sizeBytes)} ${words.size}`,
    `≈ ${formatBytes(model.memoryBytes)} ${words.memory}`,
    `${model.contextTokens.toLocaleString('en')} ${words.context}`,
  ].join(' · ')
}
