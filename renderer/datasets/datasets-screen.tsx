import { useState } from 'react'
import { useAnswer, useEngine } from '../connection/engine-context.ts'
import { FailureLine } from '../frame/failure-line.tsx'
import { writeRoute } from '../frame/route.ts'
import type { ScreenProps } from '../frame/screen.ts'
import { Split } from '../frame/split.tsx'
import { frameStrings } from '../frame/strings.ts'
import { navigate } from '../frame/use-route.ts'
import { AddDataset } from './add-dataset.tsx'
import { DatasetProblems } from './dataset-problems.tsx'
import styles from './datasets-screen.module.css'
import { datasetStrings as words } from './strings.ts'

/** The problems that can be compared on: `#/datasets`, `#/datasets/ID`. */
export function DatasetsScreen({ path: [chosen] }: ScreenProps) {
  const { ask } = useEngine()
  const { data, error, refetch } = useAnswer(['datasets'], (client) => client.datasets.list())
  const [failure, setFailure] = useState<unknown>()
  const [reading, setReading] = useState<string>()

  const importFile = async (file: File | undefined) => {
    if (file === undefined) return
    setReading(file.name)
    setFailure(undefined)
    try {
      const text = await file.text()
      const { datasetId } = await ask((client) => client.datasets.import({ name: file.name, text }))
      navigate('datasets', datasetId)
    } catch (cause) {
      setFailure(cause)
    } finally {
      setReading(undefined)
    }
  }
  if (error !== null) return <FailureLine error={error} again={() => void refetch()} />
  if (data === undefined) return <p className={styles['loading']}>{frameStrings.loading}</p>
  const dataset = data.find(({ datasetId }) => datasetId === chosen) ?? data[0]
  return (
    <section
      className={styles['screen']}
      aria-label={words.title}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void importFile(event.dataTransfer.files[0])
      }}
    >
      <Split name="datasets" label={words.title} shares={[30, 70]}>
        <div className={styles['list']}>
          <ul>
            {data.map(({ datasetId, name, origin, problems }) => (
              <li key={datasetId}>
                <a
                  href={writeRoute({ screen: 'datasets', path: [datasetId] })}
                  aria-current={datasetId === dataset?.datasetId ? 'true' : undefined}
                >
                  <span>{name}</span>
                  <small>
                    {words.problems(problems)} · {words.origins[origin]}
                  </small>
                </a>
              </li>
            ))}
          </ul>
          {reading !== undefined && <p className={styles['reading']}>{words.importing(reading)}</p>}
          {failure !== undefined && <FailureLine error={failure} />}
          <AddDataset onFile={(file) => void importFile(file)} />
        </div>
        {dataset === undefined ? null : <DatasetProblems key={dataset.datasetId} dataset={dataset} />}
      </Split>
    </section>
  )
}
