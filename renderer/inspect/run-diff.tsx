import { diffLines, diffWordsWithSpace } from 'diff'
import type { ReactNode } from 'react'
import type { RunRecipe } from '../../src/planning/run-recipe.ts'
import { PrologLine } from '../prolog/prolog-line.tsx'
import { outcomeOf } from '../run/outcome.ts'
import { factsOf } from '../run/run-view.ts'
import { printClauses } from './clause-lines.ts'
import { describeStep } from './describe-step.ts'
import { planDiff, type StepChange } from './plan-diff.ts'
import styles from './run-diff.module.css'
import { asColumn } from './run-header.tsx'
import { inspectStrings } from './strings.ts'
import type { WatchedRun } from './use-run.ts'

const words = inspectStrings.diff

export interface RunDiffProps {
  readonly beforeId: string
  readonly before: WatchedRun
  readonly afterId: string
  readonly after: WatchedRun
}

/** What is different between two runs: facts line by line, the plan step by step, and all else that differs in a word. */
export function RunDiff({ after, afterId, before, beforeId }: RunDiffProps) {
  if (before.state === 'missing') return <p className={styles['note']}>{words.missing}</p>
  if (before.state !== 'ended' || after.state !== 'ended') return <p className={styles['note']}>{words.loading}</p>
  const [was, is] = [outcomeOf(asColumn(beforeId, before)).word, outcomeOf(asColumn(afterId, after)).word]
  const [recipeWas, recipeIs] = [before, after].map(({ start }) => recipeInWords(start?.recipe ?? {}))
  return (
    <section aria-label={words.title} className={styles['diff']} data-testid="diff">
      <Part title={words.facts}>
        <FactsDiff before={printClauses(factsOf(before.run))} after={printClauses(factsOf(after.run))} />
      </Part>
      <Part title={words.plan}>
        <PlanChanges before={before.run.plan} after={after.run.plan} />
      </Part>
      {was !== is && (
        <Part title={words.outcome}>
          <Change kind="removed">{was}</Change>
          <Change kind="added">{is}</Change>
        </Part>
      )}
      {recipeWas !== recipeIs && (
        <Part title={words.recipe}>
          <Change kind="removed">{recipeWas}</Change>
          <Change kind="added">{recipeIs}</Change>
        </Part>
      )}
      {before.run.text !== after.run.text && (
        <Part title={words.text}>
          <TextDiff before={before.run.text ?? ''} after={after.run.text ?? ''} />
        </Part>
      )}
    </section>
  )
}

function Part({ children, title }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['part']}>
      <h3>{title}</h3>
      {children}
    </div>
  )
}

const signs = { added: '+', removed: '−', moved: '↕', retimed: '→', same: '' } as const

function Change({ children, kind }: { readonly kind: StepChange['kind']; readonly children: ReactNode }) {
  return (
    <p className={styles['change']} data-kind={kind}>
      <span aria-hidden="true">{signs[kind]}</span>
      <span className="only-heard">{words.change[kind]}: </span>
      {children}
    </p>
  )
}

function FactsDiff({ after, before }: { readonly before: string; readonly after: string }) {
  if (before === after) return <p className={styles['note']}>{words.same.facts}</p>
  return diffLines(`${before}\n`, `${after}\n`)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }, part) =>
      value
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a difference has no other name
          <Change key={`${part} ${index}`} kind={added ? 'added' : 'removed'}>
            <PrologLine text={line} />
          </Change>
        )),
    )
}

function PlanChanges({
  after,
  before,
}: {
  readonly before: WatchedRun['run']['plan']
  readonly after: WatchedRun['run']['plan']
}) {
  if (before === undefined && after === undefined) return <p className={styles['note']}>{words.noPlan}</p>
  const domain = (after ?? before)?.domain ?? ''
  const changes = planDiff(before ?? { domain, steps: [] }, after ?? { domain, steps: [] })
  if (changes.every(({ kind }) => kind === 'same')) return <p className={styles['note']}>{words.same.plan}</p>
  return changes
    .filter(({ kind }) => kind !== 'same')
    .map((change, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a change has no other name
      <Change key={index} kind={change.kind}>
        {describeStep(change.step)}
        {change.kind === 'retimed' && <span className={styles['was']}> {words.was(describeStep(change.before))}</span>}
        {change.kind === 'moved' && <span className={styles['was']}> {words.change.moved}</span>}
      </Change>
    ))
}

function TextDiff({ after, before }: { readonly before: string; readonly after: string }) {
  return (
    <p className={styles['text']}>
      {diffWordsWithSpace(before, after).map(({ added, removed, value }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a difference has no other name
        if (added) return <ins key={index}>{value}</ins>
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (removed) return <del key={index}>{value}</del>
        return value.length > 60 ? `${value.slice(0, 24)} … ${value.slice(-24)}` : value
      })}
    </p>
  )
}

function recipeInWords({ prompts = {}, repairs, sampling = {} }: RunRecipe): string {
  const named: Readonly<Record<string, string>> = inspectStrings.sampling.fields
  const parts = [
    ...Object.entries(sampling).map(([name, value]) => `${named[name] ?? name} ${value}`),
    ...(repairs === undefined ? [] : [`${inspectStrings.sampling.fields.repairs} ${repairs}`]),
    ...Object.entries(prompts).map(([name, version]) => `${name} ${version}`),
  ]
  return parts.length === 0 ? words.standard : parts.join(', ')
}
