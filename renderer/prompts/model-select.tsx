import { NativeSelect } from '@mantine/core'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import { promptStrings } from './strings.ts'

const words = promptStrings.choose

export function ModelSelect(props: {
  readonly models: readonly ModelEntry[]
  readonly modelId: string | undefined
  readonly onModel: (id: string) => void
}) {
  const { modelId, models, onModel } = props
  return (
    <NativeSelect
      size="xs"
      aria-label={words.model}
      disabled={models.length === 0}
      data={
        models.length === 0 ? [{ value: '', label: words.noModel }] : models.map(({ id }) => ({ value: id, label: id }))
      }
      value={modelId ?? ''}
      onChange={(event) => onModel(event.currentTarget.value)}
    />
  )
}
