import { Button } from '@mantine/core'
import type { LadderRung } from '../../src/api/model-measurement.ts'
import { formatBytes, formatMs } from '../comparison/format.ts'
import styles from './ladder.module.css'
import { LadderChart } from './ladder-chart.tsx'
import { modelStrings } from './strings.ts'

const words = modelStrings.ladder
const percent = (share: number) => Math.round(share * 100)

export interface LadderProps {
  readonly rungs: readonly LadderRung[]
  readonly chosen: string
  /** Models that are being measured. */
  readonly measuring: readonly string[]
  readonly measure: (modelId: string) => void
}

/** The quantizations of one model side by side: what each costs, and what was measured of it. */
export function Ladder({ chosen, measure, measuring, rungs }: LadderProps) {
  return (
    <section className={styles['ladder']} aria-labelledby="ladder-title">
      <div>
        <h3 id="ladder-title">{words.title}</h3>
        <p className={styles['about']}>{words.about}</p>
      </div>
      <div className={styles['side']}>
        <table className={styles['table']} aria-labelledby="ladder-title">
          <thead>
            <tr>
              <th scope="col">{words.columns.quantization}</th>
              <th scope="col">{words.columns.size}</th>
              <th scope="col">{words.columns.speed}</th>
              <th scope="col">{words.columns.valid}</th>
              <th scope="col">{words.columns.median}</th>
              <th scope="col">{words.columns.memory}</th>
              <th scope="col">{words.columns.when}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rungs.map((rung) => (
              <tr key={rung.modelId} aria-current={rung.modelId === chosen}>
                <th scope="row" title={rung.modelId}>
                  {rung.quantization}
                </th>
                <td>{formatBytes(rung.sizeBytes)}</td>
                <Measured rung={rung} />
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={words.measureOne(rung.modelId)}
                    disabled={measuring.includes(rung.modelId)}
                    onClick={() => measure(rung.modelId)}
                  >
                    {rung.measurement === null ? words.measure : words.again}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <LadderChart rungs={rungs} />
      </div>
    </section>
  )
}

function Measured({ rung: { measurement } }: { readonly rung: LadderRung }) {
  if (measurement === null) {
    return (
      <td colSpan={5} className={styles['notYet']}>
        {words.notYet}
      </td>
    )
  }
  const { correct, count, high, low, machine, medianMs, peakMemoryBytes, planwright, time, tokensPerSecond } =
    measurement
  return (
    <>
      <td>{Math.round(tokensPerSecond).toLocaleString('en')}</td>
      <td title={words.interval(percent(low), percent(high))}>{words.of(correct, count)}</td>
      <td>{formatMs(medianMs)}</td>
      <td>{peakMemoryBytes === null ? '–' : formatBytes(peakMemoryBytes)}</td>
      <td title={`${machine} · Planwright ${planwright}`}>
        {new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}
      </td>
    </>
  )
}
