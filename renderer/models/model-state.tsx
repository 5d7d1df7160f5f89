import type { LoadedModelEntry, ModelEntry } from '../../src/api/models-contract.ts'
import styles from './model-state.module.css'
import type { ModelTask } from './model-work.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.state

export interface ModelStateProps {
  readonly model: ModelEntry
  readonly loaded: LoadedModelEntry | undefined
  readonly tasks: readonly ModelTask[]
}

/** What a model is at the moment, each with a sign and a word. */
export function ModelState({ loaded, model, tasks }: ModelStateProps) {
  const running = tasks.find(
    ({ failure, kind, subject }) => failure === undefined && kind !== 'add' && subject === model.id,
  )
  return (
    <span className={styles['states']}>
      {running !== undefined && (
        <span className={styles['running']}>• {running.kind === 'load' ? words.loading : words.measuring}</span>
      )}
      {loaded !== undefined && <span className={styles['loaded']}>✓ {words.loaded}</span>}
      {model.problem !== undefined && <span className={styles['problem']}>✕ {words.problem}</span>}
      {model.isDefault === true && <span className={styles['plain']}>★ {words.default}</span>}
      {model.beyondEdge === true && <span className={styles['edge']}>! {words.edge}</span>}
      {model.shipped && <span className={styles['quiet']}>{words.shipped}</span>}
    </span>
  )
}
