import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAnswer, useEngine } from '../connection/engine-context.ts'
import { FailureLine } from '../frame/failure-line.tsx'
import { writeRoute } from '../frame/route.ts'
import { useCommands } from '../frame/use-commands.ts'
import { useHistory } from '../frame/use-history.ts'
import { navigate } from '../frame/use-route.ts'
import styles from './new-comparison.module.css'
import { compareStrings } from './strings.ts'
import { firstDrafts, ownPrompts, plainDraft, variantDraftSchema, variantName, variantOf } from './variant-draft.ts'

const words = compareStrings.form

const draftSchema = z.object({
  name: z.string(),
  datasetId: z.string(),
  repeats: z.int(),
  variants: z.array(variantDraftSchema),
})
type Draft = z.infer<typeof draftSchema>

const firstColumns = 6
const mostVariants = 24

/** What is to be compared: a dataset, variants, repeats. */
export function NewComparison({ datasetId: first }: { readonly datasetId: string | undefined }) {
  const { ask } = useEngine()
  const models = useAnswer(['models'], (client) => client.models.list())
  const datasets = useAnswer(['datasets'], (client) => client.datasets.list())
  const prompts = useAnswer(['prompts'], (client) => client.prompts.list())
  const written = ownPrompts(prompts.data ?? [])
  const history = useHistory<Draft | undefined>(undefined)
  const [failure, setFailure] = useState<unknown>()
  const [isStarting, setIsStarting] = useState(false)
  const initial: Draft = {
    name: '',
    datasetId: first ?? datasets.data?.[0]?.datasetId ?? '',
    repeats: 1,
    variants: firstDrafts(models.data ?? [], firstColumns),
  }
  const draft = history.value ?? initial
  const change = (part: Partial<Draft>) =>
    history.value === undefined
      ? history.begin(initial, { ...initial, ...part })
      : history.change({ ...draft, ...part })
  const changeVariant = (key: number, part: object) =>
    change({ variants: draft.variants.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const dataset = datasets.data?.find(({ datasetId }) => datasetId === draft.datasetId)
  const runs = (dataset?.problems ?? 0) * draft.variants.length * draft.repeats
  const name = draft.name.trim() === '' ? (dataset?.name ?? '') : draft.name.trim()
  const canStart = runs > 0 && name !== '' && !isStarting
  const isGreedy = draft.repeats > 1 && draft.variants.some(({ temperature }) => temperature === 0)

  const start = async () => {
    setIsStarting(true)
    setFailure(undefined)
    try {
      const { datasetId, repeats, variants } = draft
      const wanted = { name, datasetId, repeats, variants: variants.map(variantOf) }
      const { comparisonId } = await ask((client) => client.comparisons.create(wanted))
      navigate('compare', comparisonId)
    } catch (error) {
      setFailure(error)
      setIsStarting(false)
    }
  }
  useCommands([
    { id: 'start-comparison', title: words.start, key: 'mod+enter', isEnabled: canStart, run: () => void start() },
    { id: 'leave-form', title: words.cancel, key: 'escape', run: () => navigate('compare') },
  ])
  const usable = (models.data ?? []).filter(({ problem }) => problem === undefined).map(({ id }) => id)
  const add = () => {
    const key = 1 + Math.max(0, ...draft.variants.map((one) => one.key))
    change({ variants: [...draft.variants, plainDraft(key, usable[0] ?? '')] })
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (canStart) void start()
      }}
    >
      <h2>{compareStrings.create}</h2>
      <div className={styles['line']}>
        <TextInput
          size="xs"
          label={words.name}
          placeholder={name === '' ? words.namePlaceholder : name}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={words.dataset}
          value={draft.datasetId}
          data={(datasets.data ?? []).map(({ datasetId, name: label, problems }) => ({
            value: datasetId,
            label: `${label} (${words.problems(problems)})`,
          }))}
          onChange={(event) => change({ datasetId: event.currentTarget.value })}
        />
        <NumberInput
          size="xs"
          label={words.repeats}
          min={1}
          max={100}
          allowDecimal={false}
          value={draft.repeats}
          onChange={(value) => change({ repeats: Math.max(1, Number(value) || 1) })}
        />
      </div>
      <p className={styles['more']}>
        <a href={writeRoute({ screen: 'datasets', path: [] })}>{words.addDataset}</a>
      </p>
      <h3>{words.variants}</h3>
      <ul className={styles['variants']} data-prompts={written.length > 0}>
        {draft.variants.map((variant) => (
          <li key={variant.key}>
            <NativeSelect
              size="xs"
              aria-label={words.model}
              value={variant.modelId}
              data={usable}
              onChange={(event) => changeVariant(variant.key, { modelId: event.currentTarget.value })}
            />
            <NumberInput
              size="xs"
              aria-label={words.repairs}
              prefix={`${words.repairs} `}
              min={0}
              max={10}
              allowDecimal={false}
              value={variant.repairs}
              onChange={(value) =>
                changeVariant(variant.key, { repairs: Math.max(0, Math.min(10, Number(value) || 0)) })
              }
            />
            <NumberInput
              size="xs"
              aria-label={words.temperature}
              prefix={`${words.temperature} `}
              min={0}
              max={2}
              step={0.1}
              value={variant.temperature}
              onChange={(value) =>
                changeVariant(variant.key, { temperature: Math.max(0, Math.min(2, Number(value) || 0)) })
              }
            />
            {written.length > 0 && (
              <NativeSelect
                size="xs"
                aria-label={words.prompt}
                value={variant.prompt}
                data={[{ value: '', label: `${words.prompt}: ${words.builtIn}` }, ...written]}
                onChange={(event) => changeVariant(variant.key, { prompt: event.currentTarget.value })}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={words.remove(variantName(variant))}
              disabled={draft.variants.length === 1}
              onClick={() => change({ variants: draft.variants.filter(({ key }) => key !== variant.key) })}
            >
              <IconX size={15} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        size="xs"
        variant="default"
        onClick={add}
        disabled={usable.length === 0 || draft.variants.length >= mostVariants}
      >
        {words.add}
      </Button>
      {isGreedy && <p className={styles['hint']}>{words.greedy}</p>}
      {failure !== undefined && <FailureLine error={failure} />}
      <div className={styles['actions']}>
        <Button size="xs" type="submit" disabled={!canStart}>
          {words.start}
        </Button>
        <Button size="xs" variant="default" onClick={() => navigate('compare')}>
          {words.cancel}
        </Button>
        <span className={styles['runs']}>{words.runs(runs)}</span>
      </div>
    </form>
  )
}
