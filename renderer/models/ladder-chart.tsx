import type { LadderRung, ModelMeasurement } from '../../src/api/model-measurement.ts'
import { formatBytes } from '../comparison/format.ts'
import styles from './ladder-chart.module.css'
import { modelStrings } from './strings.ts'

const words = modelStrings.ladder
const [width, height] = [360, 132]
const frame = { left: 40, right: 348, top: 10, bottom: 108 }

/** Which share of its plans is valid, over the size of its file: the measured quantizations of one model. */
export function LadderChart({ rungs }: { readonly rungs: readonly LadderRung[] }) {
  const measured = rungs.flatMap(({ measurement, ...rung }) => (measurement === null ? [] : [{ ...rung, measurement }]))
  if (measured.length < 2) return null
  const most = Math.max(...measured.map(({ sizeBytes }) => sizeBytes)) * 1.15
  const x = (bytes: number) => frame.left + (bytes / most) * (frame.right - frame.left)
  const y = (share: number) => frame.bottom - share * (frame.bottom - frame.top)
  const shareOf = ({ correct, count }: ModelMeasurement) => correct / count
  return (
    <svg className={styles['chart']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.picture}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={styles['grid']} x1={frame.left} x2={frame.right} y1={y(share)} y2={y(share)} />
          <text className={styles['tick']} x={frame.left - 6} y={y(share) + 3.5} textAnchor="end">
            {share * 100} %
          </text>
        </g>
      ))}
      {measured.map(({ measurement, modelId, quantization, sizeBytes }) => (
        <g key={modelId}>
          <line
            className={styles['interval']}
            x1={x(sizeBytes)}
            x2={x(sizeBytes)}
            y1={y(measurement.low)}
            y2={y(measurement.high)}
          />
          <circle className={styles['point']} cx={x(sizeBytes)} cy={y(shareOf(measurement))} r={3.5} />
          <text className={styles['name']} x={x(sizeBytes) + 7} y={y(shareOf(measurement)) + 3.5}>
            {quantization}
          </text>
          <text className={styles['tick']} x={x(sizeBytes)} y={frame.bottom + 14} textAnchor="middle">
            {formatBytes(sizeBytes)}
          </text>
        </g>
      ))}
    </svg>
  )
}
