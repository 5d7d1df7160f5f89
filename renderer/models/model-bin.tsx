import { Button } from '@mantine/core'
import type { BinnedModel } from '../../src/api/models-contract.ts'
import { formatBytes } from '../comparison/format.ts'
import styles from './model-bin.module.css'
import { modelStrings } from './strings.ts'

const words = modelStrings.bin

/** Models that were removed; each can be put back. */
export function ModelBin({
  models,
  putBack,
}: {
  readonly models: readonly BinnedModel[]
  readonly putBack: (model: BinnedModel) => void
}) {
  if (models.length === 0) return null
  return (
    <details className={styles['bin']}>
      <summary>{words.title(models.length)}</summary>
      <ul>
        {models.map((model) => (
          <li key={model.key}>
            <span className={styles['name']}>{model.name}</span>
            <span>{formatBytes(model.sizeBytes)}</span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${words.putBack}: ${model.name}`}
              onClick={() => putBack(model)}
            >
              {words.putBack}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
