import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { useEngine } from '../connection/engine-context.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import type { ScreenProps } from '../frame/screen.ts'
import { traceStrings } from './strings.ts'
import { TracePanel } from './trace-panel.tsx'
import styles from './traces-screen.module.css'
import { Waterfall } from './waterfall.tsx'

const words = traceStrings.files
const mostBytes = 50 * 1024 * 1024

/** The trace of a kept run where its address names one, else those of a file. */
export function TracesScreen({ path: [runId] }: ScreenProps) {
  return runId === undefined ? <TraceFiles /> : <TracePanel key={runId} runId={runId} isOpenAtFirst />
}

/** Traces of a file, ours or another program's, in the waterfall. The file is read by the engine and not kept. */
function TraceFiles() {
  const { ask } = useEngine()
  const picker = useRef<HTMLInputElement>(null)
  const [traceId, setTraceId] = useState<string>()
  const reading = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > mostBytes) throw new Error(words.tooLarge(file.name))
      const text = await file.text()
      return { name: file.name, ...(await ask((client) => client.traces.import({ text }))) }
    },
  })
  const open = (file: File | null | undefined) => {
    if (file === null || file === undefined) return
    setTraceId(undefined)
    reading.mutate(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    open(event.dataTransfer.files[0])
  }
  const { data, error, isPending, variables } = reading
  const trace = data?.traces.find((one) => one.traceId === traceId) ?? data?.traces[0]
  const pick = (
    <Button size="xs" variant="default" onClick={() => picker.current?.click()}>
      {words.pick}
    </Button>
  )
  return (
    <section
      className={styles['screen']}
      aria-label={words.title}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <input
        ref={picker}
        type="file"
        hidden
        accept=".jsonl,.json,application/jsonl,application/json"
        aria-label={words.pick}
        onChange={(event) => {
          open(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {error !== null && <FailureLine error={error} />}
      {isPending && <p className={styles['quiet']}>{words.reading(variables.name)}</p>}
      {!isPending && (data === undefined || trace === undefined) && (
        <EmptyState title={words.empty} detail={words.emptyDetail}>
          {pick}
        </EmptyState>
      )}
      {!isPending && data !== undefined && trace !== undefined && (
        <>
          <div className={styles['line']}>
            <h2>{data.name}</h2>
            <select
              aria-label={words.trace}
              value={trace.traceId}
              onChange={(event) => setTraceId(event.currentTarget.value)}
            >
              {data.traces.map(({ service, spans, traceId: id }) => (
                <option key={id} value={id}>
                  {words.entry(service ?? '', spans.length, id.slice(0, 8))}
                </option>
              ))}
            </select>
            {data.skippedLines > 0 && <span className={styles['quiet']}>{words.skipped(data.skippedLines)}</span>}
            <span className={styles['gap']} />
            {pick}
          </div>
          <Waterfall key={trace.traceId} spans={trace.spans} />
        </>
      )}
    </section>
  )
}
