import { type KeyboardEvent, useId } from 'react'
import type { PlanStep } from '../../src/planning/plan.ts'
import { describeStep } from './describe-step.ts'
import styles from './plan-pane.module.css'
import { inspectStrings } from './strings.ts'

export interface PlanStepsProps {
  readonly steps: readonly PlanStep[]
  readonly lit: ReadonlySet<number>
  readonly chosen: number | undefined
  readonly onChoose: (step: number | undefined) => void
  readonly onPoint: (step: number | undefined) => void
}

/** The steps of a plan, one a line; pointing at one lights up what it rests on. */
export function PlanSteps({ chosen, lit, onChoose, onPoint, steps }: PlanStepsProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    const last = steps.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, (chosen ?? -1) + 1),
      ArrowUp: Math.max(0, (chosen ?? steps.length) - 1),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next)
    document.getElementById(`${id}${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={inspectStrings.plan.steps}
      aria-activedescendant={chosen === undefined ? undefined : `${id}${chosen}`}
      className={styles['steps']}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (chosen === undefined) onChoose(0)
      }}
      onMouseLeave={() => onPoint(undefined)}
    >
      {steps.map((step, index) => (
        // biome-ignore lint/a11y/useKeyWithMouseEvents: the list itself takes the keys
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name, and a plan never changes
          key={index}
          id={`${id}${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles['step']}
          data-lit={lit.has(index)}
          data-action={step.action}
          onMouseOver={() => onPoint(index)}
          onClick={() => onChoose(index)}
        >
          {describeStep(step)}
        </div>
      ))}
    </div>
  )
}
