import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import type { DomainEntry, Example } from '../../src/api/contract.ts'
import { strings } from '../strings.ts'
import { ProblemEditor } from './problem-editor.tsx'
import styles from './problem-pane.module.css'
import type { TextMark } from './text-marks.ts'

const words = strings.problem
const isMac = navigator.platform.startsWith('Mac')

export interface Problem {
  readonly text: string
  readonly domain: string
}

export interface ProblemPaneProps {
  readonly problem: Problem
  readonly examples: readonly Example[]
  readonly domains: readonly DomainEntry[]
  readonly marks: readonly TextMark[]
  readonly state: {
    readonly isPageReady: boolean
    readonly isRunning: boolean
    readonly canRun: boolean
    readonly hasRun: boolean
  }
  readonly actions: {
    readonly change: (problem: Problem) => void
    readonly run: () => void
    readonly cancel: () => void
  }
}

/** The left side: choose or write a problem, and run it. */
export function ProblemPane({ actions, domains, examples, marks, problem, state }: ProblemPaneProps) {
  const chosen = examples.find((one) => one.text === problem.text)?.id ?? ''
  const pick = (id: string) => {
    const example = examples.find((one) => one.id === id)
    actions.change({ domain: problem.domain, text: example?.text ?? '' })
  }
  const groups = [...new Set(examples.map((one) => one.domain))].map((domain) => ({
    group: domains.find((one) => one.id === domain)?.title ?? domain,
    items: examples.filter((one) => one.domain === domain).map(({ id, title }) => ({ value: id, label: title })),
  }))
  return (
    <section className={styles['pane']} aria-labelledby="problem-title">
      <div className={styles['choices']}>
        <h2 id="problem-title" className={styles['title']}>
          {words.title}
        </h2>
        <NativeSelect
          aria-label={words.examples}
          size="xs"
          data={[{ value: '', label: words.own }, ...groups]}
          value={chosen}
          onChange={(event) => pick(event.currentTarget.value)}
        />
      </div>
      <SegmentedControl
        aria-label={words.domain}
        className={styles['domain'] ?? ''}
        size="xs"
        fullWidth
        data={[{ value: 'auto', label: words.auto }, ...domains.map(({ id, title }) => ({ value: id, label: title }))]}
        value={problem.domain}
        onChange={(domain) => actions.change({ ...problem, domain })}
      />
      <ProblemEditor
        isPageReady={state.isPageReady}
        text={problem.text}
        marks={marks}
        onChange={(text) => actions.change({ ...problem, text })}
      />
      <p className={styles['legend']}>
        {problem.text.trim() === '' && words.empty}
        {marks.length > 0 && <span className={styles['became']}>{words.legendFact}</span>}
        {marks.some(({ kind }) => kind === 'uncovered') && (
          <span className={styles['uncovered']}>{words.legendUncovered}</span>
        )}
      </p>
      <div className={styles['actions']}>
        <Button
          size="xs"
          className={styles['run'] ?? ''}
          disabled={!state.canRun}
          onClick={actions.run}
          rightSection={<kbd>{`${strings.modifier(isMac)} ↵`}</kbd>}
        >
          {state.hasRun ? words.retry : words.run}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!state.isRunning}
          onClick={actions.cancel}
          rightSection={<kbd>Esc</kbd>}
        >
          {words.cancel}
        </Button>
      </div>
    </section>
  )
}
