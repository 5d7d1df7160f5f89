import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ModelDetails } from '../../src/api/model-details.ts'
import type { LoadedModelEntry, ModelEntry } from '../../src/api/models-contract.ts'
import { formatBytes } from '../comparison/format.ts'
import { useAnswer } from '../connection/engine-context.ts'
import { FailureLine } from '../frame/failure-line.tsx'
import { ChatTemplate } from './chat-template.tsx'
import { Ladder } from './ladder.tsx'
import { memoryForContext } from './memory-for-context.ts'
import { MemorySum } from './memory-sum.tsx'
import styles from './model-details.module.css'
import { ModelFactList } from './model-facts.tsx'
import { ModelState } from './model-state.tsx'
import type { ModelTask } from './model-work.ts'
import { modelStrings } from './strings.ts'

const words = modelStrings.details
const actionWords = modelStrings.actions

export interface ModelActions {
  readonly load: (modelId: string, contextTokens?: number) => void
  readonly unload: (modelId: string) => void
  readonly setDefault: (modelId: string | null) => void
  readonly remove: (modelId: string) => void
  readonly measure: (modelId: string) => void
}

export interface ModelDetailsProps {
  readonly model: ModelEntry
  readonly loaded: LoadedModelEntry | undefined
  readonly tasks: readonly ModelTask[]
  readonly actions: ModelActions
}

/** All that is known about one model, and what can be done with it. */
export function ModelDetailsPane({ actions, loaded, model, tasks }: ModelDetailsProps) {
  const { id } = model
  const { data, error, refetch } = useAnswer(['models', 'details', id], (client) =>
    client.models.details({ modelId: id }),
  )
  return (
    <article className={styles['pane']} aria-label={words.label(id)}>
      {error !== null && <FailureLine error={error} again={() => void refetch()} />}
      {data?.status === 'damaged' && (
        <Damaged details={data} remove={model.shipped ? undefined : () => actions.remove(id)} />
      )}
      {data?.status === 'readable' && (
        <Readable details={data} model={model} loaded={loaded} tasks={tasks} actions={actions} />
      )}
    </article>
  )
}

function Damaged(props: {
  readonly details: Extract<ModelDetails, { status: 'damaged' }>
  readonly remove: (() => void) | undefined
}) {
  const { file, id, message, wayOut } = props.details
  return (
    <section className={styles['damaged']}>
      <h2>{id}</h2>
      <p className={styles['problem']} role="alert">
        <strong>✕ {words.damaged}.</strong> {message}
      </p>
      <p>{wayOut}</p>
      <p className={styles['file']}>{file}</p>
      {props.remove !== undefined && (
        <Button size="xs" variant="default" onClick={props.remove}>
          {actionWords.remove}
        </Button>
      )}
    </section>
  )
}

interface ReadableProps extends ModelDetailsProps {
  readonly details: Extract<ModelDetails, { status: 'readable' }>
}

function Readable({ actions, details, loaded, model, tasks }: ReadableProps) {
  const { facts, id, memory } = details
  const [chosenTokens, setChosenTokens] = useState<number>()
  const ladder = useAnswer(['models', 'ladder', id], (client) => client.models.ladder({ modelId: id }))
  const contextTokens = chosenTokens ?? loaded?.contextTokens ?? memory.contextTokens
  const running = tasks.filter(({ failure }) => failure === undefined)
  const isLoading = running.some(({ kind, subject }) => kind === 'load' && subject === id)
  const isOther = loaded !== undefined && loaded.contextTokens !== contextTokens
  return (
    <>
      <header className={styles['header']}>
        <div className={styles['title']}>
          <h2>{id}</h2>
          <ModelState model={model} loaded={loaded} tasks={tasks} />
        </div>
        {facts.description !== undefined && <p className={styles['about']}>{facts.description}</p>}
        {loaded !== undefined && <p className={styles['about']}>{loadedWords(loaded)}</p>}
        <div className={styles['actions']}>
          {(loaded === undefined || isOther) && (
            <Button
              size="xs"
              className={styles['primary'] ?? ''}
              disabled={isLoading}
              onClick={() => actions.load(id, contextTokens)}
            >
              {isOther ? actionWords.loadAgain : actionWords.load}
            </Button>
          )}
          {loaded !== undefined && (
            <Button size="xs" variant="default" onClick={() => actions.unload(id)}>
              {actionWords.unload}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => actions.setDefault(model.isDefault === true ? null : id)}>
            {model.isDefault === true ? actionWords.clearDefault : actionWords.setDefault}
          </Button>
          {details.source === 'user' && (
            <Button size="xs" variant="default" onClick={() => actions.remove(id)}>
              {actionWords.remove}
            </Button>
          )}
        </div>
        {details.warnings
          // The memory's own stands beside its sum, for the window that is chosen there.
          .filter(({ kind }) => kind !== 'memory')
          .map(({ kind, message }) => (
            <p key={kind} className={styles['warning']}>
              <span aria-hidden="true">!</span> {message}
            </p>
          ))}
        {loaded?.warnings.map((message) => (
          <p key={message} className={styles['note']}>
            {message}
          </p>
        ))}
      </header>
      <MemorySum
        memory={memoryForContext(memory, contextTokens)}
        trained={facts.contextTokens}
        choose={setChosenTokens}
      />
      <ModelFactList facts={facts} file={details.file} />
      {ladder.data !== undefined && ladder.data.length > 0 && (
        <Ladder
          rungs={ladder.data}
          chosen={id}
          measuring={running.filter(({ kind }) => kind === 'measure').map(({ subject }) => subject)}
          measure={actions.measure}
        />
      )}
      <ChatTemplate modelId={id} template={facts.chatTemplate} />
    </>
  )
}

function loadedWords({ contextTokens, memoryBytes, sinceMs }: LoadedModelEntry): string {
  const since = new Date(sinceMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return [
    words.since(since),
    words.window(contextTokens.toLocaleString('en')),
    ...(memoryBytes === null ? [] : [words.measuredMemory(formatBytes(memoryBytes))]),
  ].join(' · ')
}
