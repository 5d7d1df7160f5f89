import { Button } from '@mantine/core'
import type { ModelEntry } from '../../src/api/models-contract.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { outcomeOf } from '../run/outcome.ts'
import { strings } from '../strings.ts'
import { alignedPictures } from './aligned-pictures.ts'
import type { Column } from './column.ts'
import { type Comparison, mostColumns } from './comparison.ts'
import styles from './comparison-pane.module.css'
import { differingFacts } from './differing-facts.ts'
import { ModelColumn } from './model-column.tsx'

const words = strings.comparison

export interface ComparisonPaneProps {
  readonly comparison: Comparison
  readonly columns: readonly Column[]
  /** Undefined until the engine has answered. */
  readonly models: readonly ModelEntry[] | undefined
  /** Whether a run's text is the one on the left: its facts then point at words that are still there. */
  readonly isCurrent: (text: string) => boolean
  readonly onPoint: (fact: FormalizedFact | undefined) => void
}

/** The right side: up to three models, each with its answer to the same problem. */
export function ComparisonPane({ columns, comparison, isCurrent, models, onPoint }: ComparisonPaneProps) {
  const unused = models?.find((model) => columns.every((one) => one.modelId !== model.id))
  const differing = differingFacts(columns)
  const pictures = alignedPictures(columns)
  return (
    <section className={styles['pane']} aria-label={words.title}>
      {models === undefined && <p className={styles['none']}>{words.waiting}</p>}
      {models?.every(({ problem }) => problem !== undefined) && (
        <div className={styles['none']}>
          <h2>{words.none}</h2>
          <p>{words.noneDetail}</p>
          {models.map(({ id, problem }) => (
            <p key={id}>
              {id}: {problem}
            </p>
          ))}
        </div>
      )}
      <div className={styles['columns']} data-count={columns.length}>
        {columns.map((column, index) => (
          <ModelColumn
            key={column.key}
            column={column}
            position={index + 1}
            models={models ?? []}
            differing={differing}
            picture={pictures.get(column.key)}
            isCurrent={column.run.text === undefined || isCurrent(column.run.text)}
            actions={{
              choose: (id) => comparison.choose(column.key, id),
              remove: columns.length > 1 ? () => comparison.remove(column.key) : undefined,
              point: onPoint,
              write: (runId, format, startDate) => comparison.exportRun(runId, format, startDate),
            }}
          />
        ))}
        {columns.length > 0 && columns.length < mostColumns && unused !== undefined && (
          <div className={styles['add']}>
            <Button size="xs" variant="default" onClick={() => comparison.add(unused.id)}>
              {words.add}
            </Button>
          </div>
        )}
      </div>
      <p aria-live="polite" className="only-heard">
        {columns
          .filter((one) => one.state === 'ended')
          .map((one) => announce(one))
          .join(' ')}
      </p>
    </section>
  )
}

function announce(column: Column): string {
  const { detail, word } = outcomeOf(column)
  return words.announce(column.modelId, word, detail)
}
