import { useId, useState } from 'react'
import { FailureLine } from '../frame/failure-line.tsx'
import { SendTrace } from './send-trace.tsx'
import { traceStrings } from './strings.ts'
import { traceLine } from './trace-line.ts'
import styles from './trace-panel.module.css'
import { useTrace } from './use-trace.ts'
import { Waterfall } from './waterfall.tsx'

const words = traceStrings.panel

export interface TracePanelProps {
  /** Of a run that has ended. */
  readonly runId: string
  readonly isOpenAtFirst?: boolean
  readonly selectedSpanId?: string | undefined
  readonly onSelect?: ((spanId: string) => void) | undefined
  /** Told when the line is unfolded or folded, so that what stands around can make room. */
  readonly onOpen?: ((isOpen: boolean) => void) | undefined
}

/** What a run did in one line, which unfolds into the waterfall. */
export function TracePanel({ isOpenAtFirst = false, onOpen, onSelect, runId, selectedSpanId }: TracePanelProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const { data: spans, error, refetch } = useTrace(runId)
  const id = useId()
  if (error !== null) return <FailureLine error={error} again={() => void refetch()} />
  if (spans === undefined) return <p className={styles['quiet']}>{words.loading}</p>
  if (spans.length === 0) return <p className={styles['quiet']}>{words.empty}</p>
  const toggle = () => {
    setIsOpen(!isOpen)
    onOpen?.(!isOpen)
  }
  return (
    <section className={styles['panel']} aria-label={traceStrings.waterfall} data-open={isOpen}>
      <div className={styles['line']}>
        <button type="button" aria-expanded={isOpen} aria-controls={id} className={styles['toggle']} onClick={toggle}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
          <span className={styles['hops']} title={traceLine(spans)}>
            {traceLine(spans)}
          </span>{' '}
          <span className={styles['show']}>{words.show}</span>
        </button>
        {isOpen && <SendTrace runId={runId} />}
      </div>
      <div id={id} className={styles['waterfall']} hidden={!isOpen}>
        {isOpen && <Waterfall spans={spans} selectedSpanId={selectedSpanId} onSelect={onSelect} />}
      </div>
    </section>
  )
}
