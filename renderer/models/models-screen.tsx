import { Button } from '@mantine/core'
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { useAnswer, useEngine } from '../connection/engine-context.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import type { ScreenProps } from '../frame/screen.ts'
import { Split } from '../frame/split.tsx'
import { useCommands } from '../frame/use-commands.ts'
import { navigate } from '../frame/use-route.ts'
import { ModelBin } from './model-bin.tsx'
import { ModelDetailsPane } from './model-details.tsx'
import { ModelList } from './model-list.tsx'
import { modelWorkOf } from './model-work.ts'
import styles from './models-screen.module.css'
import { modelStrings as words } from './strings.ts'
import { TaskLine } from './task-line.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useModelActions } from './use-model-actions.ts'

/** The models of this machine: what is here on the left, what one of them costs and is worth on the right. */
export function ModelsScreen({ path }: ScreenProps) {
  const { connection } = useEngine()
  const work = useMemo(() => modelWorkOf(connection), [connection])
  const tasks = useSyncExternalStore(work.subscribe, work.snapshot)
  const list = useAnswer(['models', 'list'], (client) => client.models.list())
  const loaded = useAnswer(['models', 'loaded'], (client) => client.models.loaded()).data ?? []
  const bin = useAnswer(['models', 'bin'], (client) => client.models.bin()).data ?? []
  const models = list.data ?? []
  const { actions, notice } = useModelActions(models)
  const latest = useRef(actions)
  latest.current = actions
  const isOver = useFileDrop(useCallback((files) => latest.current.addFiles(files), []))
  const input = useRef<HTMLInputElement>(null)

  const chosen = path[0] === undefined ? models[0] : models.find(({ id }) => id === path[0])
  const chosenLoaded = loaded.find(({ id }) => id === chosen?.id)
  const add = () => void chooseFile(input.current, actions.addPath)
  useCommands([
    { id: 'models-add', title: words.commands.add, key: 'a', run: add },
    ...(chosen === undefined
      ? []
      : commandsFor(chosen.id, { actions, isLoaded: chosenLoaded !== undefined, isOwn: !chosen.shipped })),
  ])

  const addButton = (
    <Button size="xs" variant="default" onClick={add} rightSection={<kbd>A</kbd>}>
      {words.add}
    </Button>
  )
  return (
    <div className={styles['screen']}>
      <div className={styles['top']}>
        {addButton}
        <span className={styles['hint']}>{words.addMore}</span>
        <p className={styles['notice']} role="status" data-kind={notice?.kind}>
          {notice !== undefined && (
            <>
              {notice.kind === 'failed' && '✕ '}
              {notice.words}
            </>
          )}
        </p>
        {notice?.isStep === true && actions.undo !== undefined && (
          <Button size="compact-xs" variant="default" onClick={actions.undo}>
            {words.undo}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept=".gguf"
          multiple
          hidden
          aria-label={words.chooseFile}
          onChange={({ currentTarget }) => {
            actions.addFiles([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </div>
      <section aria-label={words.work.title}>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} dismiss={() => actions.dismiss(task)} />
        ))}
      </section>
      {list.error !== null && <FailureLine error={list.error} again={() => void list.refetch()} />}
      {list.data !== undefined && models.length === 0 ? (
        <EmptyState title={words.empty} detail={words.emptyDetail}>
          {addButton}
        </EmptyState>
      ) : (
        <Split name="models" label={words.divider} shares={[44, 56]}>
          <div className={styles['left']}>
            <ModelList
              models={models}
              loaded={loaded}
              tasks={tasks}
              chosen={chosen?.id}
              choose={(id) => navigate('models', id)}
            />
            <ModelBin models={bin} putBack={actions.putBack} />
          </div>
          {chosen === undefined ? (
            <p className={styles['none']}>{path[0] === undefined ? '' : words.details.gone}</p>
          ) : (
            <ModelDetailsPane key={chosen.id} model={chosen} loaded={chosenLoaded} tasks={tasks} actions={actions} />
          )}
        </Split>
      )}
      {isOver && (
        <div className={styles['drop']} aria-hidden="true">
          <strong>{words.drop}</strong>
          <span>{words.dropDetail}</span>
        </div>
      )}
    </div>
  )
}

/** By the system's own dialog on the desktop, by the browser's else. */
async function chooseFile(input: HTMLInputElement | null, addPath: (file: string) => void): Promise<void> {
  const shell = window.planwrightShell
  if (shell === undefined) return input?.click()
  const file = await shell.chooseModelFile()
  if (file !== null) addPath(file)
}

interface ForModel {
  readonly actions: ReturnType<typeof useModelActions>['actions']
  readonly isLoaded: boolean
  readonly isOwn: boolean
}

function commandsFor(id: string, { actions, isLoaded, isOwn }: ForModel) {
  const { commands } = words
  return [
    isLoaded
      ? { id: 'models-unload', title: commands.unload(id), key: 'l', run: () => actions.unload(id) }
      : { id: 'models-load', title: commands.load(id), key: 'l', run: () => actions.load(id) },
    { id: 'models-default', title: commands.setDefault(id), key: 'd', run: () => actions.setDefault(id) },
    { id: 'models-measure', title: commands.measure(id), key: 'm', run: () => actions.measure(id) },
    { id: 'models-remove', title: commands.remove(id), isEnabled: isOwn, run: () => actions.remove(id) },
  ]
}
