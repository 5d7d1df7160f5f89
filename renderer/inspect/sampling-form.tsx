import { Button, TextInput } from '@mantine/core'
import type { RunRecipe } from '../../src/planning/run-recipe.ts'
import pane from './pane.module.css'
import styles from './sampling-form.module.css'
import { inspectStrings } from './strings.ts'

const words = inspectStrings.sampling

/** The sampling parameters of a language model and their ranges. */
const fields = [
  { name: 'temperature', from: 0, to: undefined, isWhole: false },
  { name: 'topP', from: 0, to: 1, isWhole: false },
  { name: 'topK', from: 1, to: undefined, isWhole: true },
  { name: 'minP', from: 0, to: 1, isWhole: false },
  { name: 'seed', from: 0, to: undefined, isWhole: true },
  { name: 'repairs', from: 0, to: 10, isWhole: true },
] as const
type Field = (typeof fields)[number]

/** What is typed, by the name of its field; empty is as Planwright has it. */
export type SamplingDraft = Readonly<Partial<Record<Field['name'], string>>>

export function draftOfRecipe({ repairs, sampling = {} }: RunRecipe): SamplingDraft {
  const values: Readonly<Record<string, number | undefined>> = { ...sampling, repairs }
  return Object.fromEntries(
    fields.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, String(values[name])]])),
  )
}

function isReadable({ from, isWhole, to }: Field, written: string): boolean {
  if (written.trim() === '') return true
  const value = Number(written)
  return (
    Number.isFinite(value) &&
    (!isWhole || Number.isInteger(value)) &&
    value >= from &&
    (to === undefined || value <= to)
  )
}

/** The recipe that is typed; null where a value lies outside its range. The prompts stay as they were. */
export function recipeOfDraft(draft: SamplingDraft, before: RunRecipe): RunRecipe | null {
  if (fields.some((field) => !isReadable(field, draft[field.name] ?? ''))) return null
  const typed = fields.flatMap(({ name }) => {
    const written = (draft[name] ?? '').trim()
    return written === '' ? [] : [[name, Number(written)] as const]
  })
  const { repairs, ...sampling } = Object.fromEntries(typed)
  return {
    ...(before.prompts === undefined ? {} : { prompts: before.prompts }),
    ...(Object.keys(sampling).length === 0 ? {} : { sampling }),
    ...(repairs === undefined ? {} : { repairs }),
  }
}

export interface SamplingFormProps {
  readonly draft: SamplingDraft
  readonly before: RunRecipe
  readonly onChange: (draft: SamplingDraft) => void
  readonly onRun: (recipe: RunRecipe) => void
}

/** How the next token is drawn, and how often a repair is tried. */
export function SamplingForm({ before, draft, onChange, onRun }: SamplingFormProps) {
  const recipe = recipeOfDraft(draft, before)
  return (
    <section aria-label={words.title} className={styles['form']}>
      <p className={styles['intro']}>{words.intro}</p>
      <div className={styles['fields']}>
        {fields.map((field) => (
          <TextInput
            key={field.name}
            size="xs"
            inputMode="decimal"
            label={words.fields[field.name]}
            placeholder={words.range(field.from, field.to)}
            value={draft[field.name] ?? ''}
            error={!isReadable(field, draft[field.name] ?? '')}
            onChange={(event) => onChange({ ...draft, [field.name]: event.currentTarget.value })}
          />
        ))}
        <Button
          size="xs"
          className={pane['primary'] ?? ''}
          disabled={recipe === null}
          onClick={() => recipe !== null && onRun(recipe)}
        >
          {words.run}
        </Button>
      </div>
      {recipe === null && <p role="alert">{words.unreadable}</p>}
    </section>
  )
}
