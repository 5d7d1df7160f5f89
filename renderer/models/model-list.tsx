import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { LoadedModelEntry, ModelEntry } from '../../src/api/models-contract.ts'
import { formatBytes } from '../comparison/format.ts'
import styles from './model-list.module.css'
import { ModelState } from './model-state.tsx'
import type { ModelTask } from './model-work.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.columns

export interface ModelListProps {
  readonly models: readonly ModelEntry[]
  readonly loaded: readonly LoadedModelEntry[]
  readonly tasks: readonly ModelTask[]
  readonly chosen: string | undefined
  readonly choose: (modelId: string) => void
}

/** The models that are here; arrow keys go from one to the next. */
export function ModelList({ choose, chosen, loaded, models, tasks }: ModelListProps) {
  const listId = useId()
  const current = useRef<HTMLDivElement>(null)
  const at = models.findIndex(({ id }) => id === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice may lie outside of what is seen
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void current.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const move = (event: KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: models.length - 1,
    }
    const next = models[Math.min(models.length - 1, Math.max(0, to[event.key] ?? Number.NaN))]
    if (next === undefined) return
    event.preventDefault()
    choose(next.id)
  }
  return (
    <div className={styles['pane']}>
      <div className={styles['columns']}>
        <div className={styles['head']} aria-hidden="true">
          <span>{words.name}</span>
          <span>{words.quantization}</span>
          <span>{words.size}</span>
          <span>{words.memory}</span>
          <span />
        </div>
        <div
          role="listbox"
          tabIndex={0}
          aria-label={modelStrings.list}
          aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
          className={styles['list']}
          onKeyDown={move}
        >
          {models.map((model, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, its arrow keys choose
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={model.id}
              id={`${listId}-${index}`}
              ref={model.id === chosen ? current : undefined}
              role="option"
              aria-selected={model.id === chosen}
              className={styles['row']}
              onClick={() => choose(model.id)}
            >
              <span className={styles['name']} title={model.id}>
                {model.id}
              </span>
              <span>{model.quantization || '–'}</span>
              <span className={styles['number']}>{model.sizeBytes > 0 ? formatBytes(model.sizeBytes) : '–'}</span>
              <span className={styles['number']}>{memoryWords(model, loaded)}</span>
              <ModelState model={model} loaded={loaded.find(({ id }) => id === model.id)} tasks={tasks} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** What its process has where it is loaded, else what it would take. */
function memoryWords(model: ModelEntry, loaded: readonly LoadedModelEntry[]): string {
  const now = loaded.find(({ id }) => id === model.id)?.memoryBytes
  if (typeof now === 'number') return formatBytes(now)
  return model.memoryBytes > 0 ? `≈ ${formatBytes(model.memoryBytes)}` : '–'
}
