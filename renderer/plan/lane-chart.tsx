import styles from './lane-chart.module.css'
import type { LaneChartModel } from './lane-chart-model.ts'

/** Lanes over time, drawn with boxes so that it grows with its column. */
export function LaneChart({ label, model }: { readonly model: LaneChartModel; readonly label: string }) {
  const { band, from, lanes, links, ticks, to } = model
  const percent = (value: number) => ((value - from) / (to - from)) * 100
  const place = (span: { from: number; to: number }) => ({
    left: `${percent(span.from)}%`,
    width: `${percent(span.to) - percent(span.from)}%`,
  })
  const middle = (lane: number) => ((lane + 0.5) / lanes.length) * 100
  return (
    <div role="img" aria-label={label} className={styles['chart']}>
      <div className={styles['names']}>
        {lanes.map(({ name }) => (
          <span key={name} className={styles['name']} title={name}>
            {name}
          </span>
        ))}
      </div>
      <div className={styles['tracks']}>
        {ticks.map(({ at }) => (
          <span key={at} className={styles['grid']} style={{ left: `${percent(at)}%` }} />
        ))}
        {lanes.map(({ name, spans }) => (
          <div key={name} className={styles['track']}>
            {spans.map((span) => (
              <span
                key={`${span.kind}${span.from}`}
                className={styles[span.kind]}
                style={place(span)}
                title={`${name}: ${span.title}`}
              />
            ))}
          </div>
        ))}
        <svg className={styles['links']} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {links.map((link) => (
            <line
              key={`${link.from.lane} ${link.from.at}`}
              x1={percent(link.from.at)}
              y1={middle(link.from.lane)}
              x2={percent(link.to.at)}
              y2={middle(link.to.lane)}
            />
          ))}
        </svg>
        {band !== undefined && <span className={styles['band']} style={place(band)} title={band.title} />}
      </div>
      <div className={styles['ticks']}>
        {ticks.map((tick) => (
          <span key={tick.at} className={styles['tick']} style={{ left: `${percent(tick.at)}%` }}>
            {tick.label}
          </span>
        ))}
      </div>
    </div>
  )
}
