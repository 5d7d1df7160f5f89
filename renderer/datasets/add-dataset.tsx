import { Button, FileButton, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useEngine } from '../connection/engine-context.ts'
import { FailureLine } from '../frame/failure-line.tsx'
import { navigate } from '../frame/use-route.ts'
import styles from './add-dataset.module.css'
import { splitProblems } from './split-problems.ts'
import { datasetStrings as words } from './strings.ts'

/** The three ways to more problems: a file, one's own words, the generator. */
export function AddDataset({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const [open, setOpen] = useState<'none' | 'write' | 'generate'>('none')
  const close = () => setOpen('none')
  return (
    <div className={styles['add']}>
      <div className={styles['ways']}>
        <FileButton onChange={(file) => onFile(file ?? undefined)} accept=".json,.jsonl,.ndjson">
          {(props) => (
            <Button size="xs" variant="default" {...props}>
              {words.import}
            </Button>
          )}
        </FileButton>
        <Button size="xs" variant="default" onClick={() => setOpen('write')}>
          {words.write}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen('generate')}>
          {words.generate}
        </Button>
      </div>
      {open === 'none' && <p className={styles['hint']}>{words.importDetail}</p>}
      {open === 'write' && <WriteProblems close={close} />}
      {open === 'generate' && <GenerateProblems close={close} />}
    </div>
  )
}

function WriteProblems({ close }: { readonly close: () => void }) {
  const { ask } = useEngine()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const texts = splitProblems(text)
  const save = async () => {
    try {
      const { datasetId } = await ask((client) => client.datasets.write({ name: name.trim(), texts }))
      close()
      navigate('datasets', datasetId)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        size="xs"
        label={words.writeName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        size="xs"
        label={words.writeText}
        placeholder={words.writePlaceholder}
        autosize
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {failure !== undefined && <FailureLine error={failure} />}
      <div className={styles['ways']}>
        <Button size="xs" type="submit" disabled={name.trim() === '' || texts.length === 0}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {words.cancel}
        </Button>
        <span className={styles['hint']}>{words.problems(texts.length)}</span>
      </div>
    </form>
  )
}

function GenerateProblems({ close }: { readonly close: () => void }) {
  const { connection } = useEngine()
  const [wanted, setWanted] = useState({ kind: 'calendar', count: 100, seed: 1 })
  const [done, setDone] = useState<number>()
  const [failure, setFailure] = useState<unknown>()
  const stopping = useRef<AbortController>(undefined)
  const generate = async () => {
    const stop = new AbortController()
    stopping.current = stop
    setDone(0)
    setFailure(undefined)
    try {
      const { client } = await connection.link()
      for await (const step of await client.datasets.generate(wanted, { signal: stop.signal })) {
        if (step.type === 'composed') setDone(step.done)
        else {
          close()
          navigate('datasets', step.dataset.datasetId)
        }
      }
    } catch (error) {
      if (!stop.signal.aborted) setFailure(error)
    }
    setDone(undefined)
  }
  const whole = (value: string | number, least: number, most: number) =>
    Math.max(least, Math.min(most, Math.round(Number(value) || least)))
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void generate()
      }}
    >
      <p className={styles['hint']}>{words.generateDetail}</p>
      <div className={styles['line']}>
        <NativeSelect
          size="xs"
          label={words.kind}
          value={wanted.kind}
          data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setWanted({ ...wanted, kind: event.currentTarget.value })}
        />
        <NumberInput
          size="xs"
          label={words.count}
          min={1}
          max={10_000}
          value={wanted.count}
          onChange={(value) => setWanted({ ...wanted, count: whole(value, 1, 10_000) })}
        />
        <NumberInput
          size="xs"
          label={words.seed}
          min={0}
          max={1_000_000}
          value={wanted.seed}
          onChange={(value) => setWanted({ ...wanted, seed: whole(value, 0, 1_000_000) })}
        />
      </div>
      {failure !== undefined && <FailureLine error={failure} />}
      <div className={styles['ways']}>
        <Button size="xs" type="submit" disabled={done !== undefined}>
          {words.generate}
        </Button>
        <Button size="xs" variant="default" onClick={done === undefined ? close : () => stopping.current?.abort()}>
          {done === undefined ? words.cancel : words.stop}
        </Button>
        {done !== undefined && (
          <span className={styles['hint']} aria-live="polite">
            {words.composed(done, wanted.count)}
          </span>
        )}
      </div>
    </form>
  )
}
