import { Button, Checkbox, Menu, NativeSelect, TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { type CellOutcome, cellOutcomeSchema } from '../../src/planning/cell.ts'
import type { Variant } from '../../src/planning/comparison.ts'
import styles from './filter-bar.module.css'
import { type CellSize, type MatrixView, withFilter } from './matrix-view.ts'
import { compareStrings } from './strings.ts'

const words = compareStrings.filter

export interface FilterBarProps {
  readonly view: MatrixView
  readonly change: (view: MatrixView) => void
  readonly variants: readonly Variant[]
  readonly levels: readonly string[]
  readonly complaint: string | null
  readonly found: number
  readonly of: number
  readonly textField: Ref<HTMLInputElement>
}

/** Which rows and columns are shown, and in which order. */
export function FilterBar(props: FilterBarProps) {
  const { change, complaint, found, levels, of, textField, variants, view } = props
  const { filter } = view
  const { by, variant } = filter.sort
  const sorts = [
    { value: 'position', label: words.sorts.position },
    { value: 'level', label: words.sorts.level },
    { value: 'text', label: words.sorts.text },
    ...variants.flatMap(({ name }, index) => [
      { value: `outcome ${index}`, label: words.byOutcome(name) },
      { value: `latency ${index}`, label: words.byLatency(name) },
    ]),
  ]
  const sortBy = (value: string) => {
    const [name, place = '0'] = value.split(' ')
    const sort = { ...filter.sort, by: orderOf(name), variant: Number(place) }
    change(withFilter(view, { sort }))
  }
  return (
    <search className={styles['bar']}>
      <TextInput
        ref={textField}
        size="xs"
        className={styles['text'] ?? ''}
        aria-label={words.text}
        placeholder={words.placeholder}
        value={filter.text}
        error={complaint}
        onChange={(event) => change(withFilter(view, { text: event.currentTarget.value }))}
        rightSection={
          <button
            type="button"
            className={styles['regex']}
            aria-pressed={filter.isRegex}
            aria-label={words.regex}
            title={words.regex}
            onClick={() => change(withFilter(view, { isRegex: !filter.isRegex }))}
          >
            .*
          </button>
        }
      />
      <Button
        size="xs"
        variant={filter.onlyFailures ? 'filled' : 'default'}
        aria-pressed={filter.onlyFailures}
        onClick={() => change(withFilter(view, { onlyFailures: !filter.onlyFailures }))}
      >
        {words.failures}
      </Button>
      <Button
        size="xs"
        variant={filter.onlyDiffering ? 'filled' : 'default'}
        aria-pressed={filter.onlyDiffering}
        onClick={() => change(withFilter(view, { onlyDiffering: !filter.onlyDiffering }))}
      >
        {words.differs}
      </Button>
      <NativeSelect
        size="xs"
        aria-label={words.outcomes}
        value={filter.outcomes[0] ?? ''}
        data={[
          { value: '', label: words.anyOutcome },
          ...cellOutcomeSchema.options.map((value) => ({ value, label: compareStrings.outcomes[value] })),
        ]}
        onChange={(event) => change(withFilter(view, { outcomes: outcomesOf(event.currentTarget.value) }))}
      />
      {levels.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={words.level}
          value={filter.level}
          data={[{ value: '', label: words.anyLevel }, ...levels]}
          onChange={(event) => change(withFilter(view, { level: event.currentTarget.value }))}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={words.sort}
        value={by === 'outcome' || by === 'latency' ? `${by} ${variant}` : by}
        data={sorts}
        onChange={(event) => sortBy(event.currentTarget.value)}
      />
      <Menu closeOnItemClick={false} position="bottom-end" width={260}>
        <Menu.Target>
          <Button size="xs" variant="default">
            {words.columns}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {variants.map(({ name }, index) => (
            <Menu.Item
              key={name}
              onClick={() => change({ ...view, hidden: toggled(view.hidden, index) })}
              leftSection={
                <Checkbox size="xs" readOnly tabIndex={-1} checked={!view.hidden.includes(index)} aria-hidden />
              }
              role="menuitemcheckbox"
              aria-checked={!view.hidden.includes(index)}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <NativeSelect
        size="xs"
        aria-label={words.zoom}
        value={view.size}
        data={Object.entries(words.zooms).map(([value, label]) => ({ value, label }))}
        onChange={(event) => change({ ...view, size: sizeOf(event.currentTarget.value) })}
      />
      <span className={styles['found']} aria-live="polite">
        {words.found(found, of)}
      </span>
    </search>
  )
}

const toggled = (hidden: readonly number[], index: number) =>
  hidden.includes(index) ? hidden.filter((one) => one !== index) : [...hidden, index]

const outcomesOf = (value: string): CellOutcome[] => {
  const outcome = cellOutcomeSchema.safeParse(value).data
  return outcome === undefined ? [] : [outcome]
}

const orderOf = (name: string | undefined): MatrixView['filter']['sort']['by'] =>
  name === 'level' || name === 'text' || name === 'outcome' || name === 'latency' ? name : 'position'

const sizeOf = (value: string): CellSize => (value === 'small' || value === 'large' ? value : 'medium')
