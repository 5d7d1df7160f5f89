import type { ComparisonOverview, VariantSummary } from '../../src/api/comparisons-contract.ts'
import { formatBytes, formatMs, formatRate } from '../comparison/format.ts'
import styles from './matrix.module.css'
import { compareStrings as words } from './strings.ts'

export interface MatrixHeadProps {
  readonly overview: ComparisonOverview
  /** Columns that are shown, by their places. */
  readonly columns: readonly number[]
}

/** The heads of the columns: who it is, how good, how fast, how large. */
export function MatrixHead({ columns, overview }: MatrixHeadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is on cells
    <div role="row" className={styles['head']} aria-rowindex={1}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus is on cells */}
      <div role="columnheader" className={styles['corner']}>
        {words.matrix.problem}
      </div>
      {columns.map((column) => {
        const variant = overview.comparison.variants[column]
        const summary = overview.variants[column]
        return variant === undefined || summary === undefined ? null : (
          // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
          // biome-ignore lint/a11y/useFocusableInteractive: the focus is on cells
          <div key={column} role="columnheader" className={styles['column']} title={variant.name}>
            <span className={styles['variant']}>{variant.name}</span>
            <span className={styles['share']}>{shareOf(summary)}</span>
            <span className={styles['small']}>{smallPrint(summary)}</span>
          </div>
        )
      })}
    </div>
  )
}

function shareOf({ done, good }: VariantSummary): string {
  if (done === 0) return '–'
  const spread = ((good.high - good.low) / 2) * 100
  return `✓ ${(good.share * 100).toFixed(1)} % ±${spread < 1 ? spread.toFixed(1) : Math.round(spread)}`
}

function smallPrint({ memoryBytes, p50Ms, tokensPerSecond }: VariantSummary): string {
  const { memory, p50, rate } = words.matrix.heads
  return [
    ...(p50Ms === null ? [] : [`${p50} ${formatMs(p50Ms)}`]),
    ...(tokensPerSecond === null ? [] : [`${formatRate(tokensPerSecond)} ${rate}`]),
    ...(memoryBytes > 0 ? [`${formatBytes(memoryBytes)} ${memory}`] : []),
  ].join(' · ')
}
