import { ActionIcon, Button } from '@mantine/core'
import { IconTrash, IconTrashOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ComparisonOverview } from '../../src/api/comparisons-contract.ts'
import { useAnswer, useEngine } from '../connection/engine-context.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { FailureLine } from '../frame/failure-line.tsx'
import { writeRoute } from '../frame/route.ts'
import { frameStrings } from '../frame/strings.ts'
import { useCommands } from '../frame/use-commands.ts'
import { navigate } from '../frame/use-route.ts'
import styles from './comparison-list.module.css'
import { compareStrings as words } from './strings.ts'

/** All comparisons, newest first. */
export function ComparisonList() {
  const { data, error, refetch } = useAnswer(['comparisons', 'list'], (client) => client.comparisons.list())
  const [showsBin, setShowsBin] = useState(false)
  const create = () => navigate('compare', 'new')
  useCommands([{ id: 'new-comparison', title: words.create, key: 'n', run: create }])
  if (error !== null) return <FailureLine error={error} again={() => void refetch()} />
  if (data === undefined) return <p className={styles['loading']}>{frameStrings.loading}</p>
  const binned = data.filter(({ comparison }) => comparison.isBinned)
  const shown = data.filter(({ comparison }) => !comparison.isBinned || showsBin)
  return (
    <section className={styles['screen']} aria-label={words.title}>
      {shown.length === 0 ? (
        <EmptyState title={words.empty} detail={words.emptyDetail}>
          <Button size="xs" onClick={create}>
            {words.create}
          </Button>
        </EmptyState>
      ) : (
        <>
          <div className={styles['bar']}>
            <Button size="xs" onClick={create} rightSection={<kbd>N</kbd>}>
              {words.create}
            </Button>
          </div>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{words.list.name}</th>
                <th scope="col">{words.list.size}</th>
                <th scope="col">{words.list.state}</th>
                <th scope="col">{words.list.progress}</th>
                <th scope="col">{words.list.good}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {shown.map((overview) => (
                <ComparisonRow key={overview.comparison.comparisonId} overview={overview} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {binned.length > 0 && (
        <p className={styles['bin']}>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setShowsBin(!showsBin)}>
            {showsBin ? words.hideBinned : words.binned(binned.length)}
          </Button>
        </p>
      )}
    </section>
  )
}

function ComparisonRow({ overview: { comparison, queue, variants } }: { readonly overview: ComparisonOverview }) {
  const { ask } = useEngine()
  const { comparisonId, isBinned, name, problems, repeats, state } = comparison
  const best = variants
    .map(({ good }, index) => ({ good, name: comparison.variants[index]?.name ?? '' }))
    .filter(({ good }) => good.of > 0)
    .sort((one, other) => other.good.share - one.good.share)[0]
  const bin = () => void ask((client) => client.comparisons.bin({ comparisonId, isBinned: !isBinned }))
  const label = isBinned ? words.restore : words.bin
  return (
    <tr data-binned={isBinned}>
      <th scope="row">
        <a href={writeRoute({ screen: 'compare', path: [comparisonId] })}>{name}</a>
        <span className={styles['date']}>{new Date(comparison.time).toLocaleString()}</span>
      </th>
      <td>
        {problems} × {comparison.variants.length}
        {repeats > 1 && ` × ${repeats}`}
      </td>
      <td>{words.states[state]}</td>
      <td>{words.queue.progress(queue.done, queue.of)}</td>
      <td>{best === undefined ? '–' : `${best.name}: ${(best.good.share * 100).toFixed(1)} %`}</td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`${label}: ${name}`}
          title={label}
          onClick={bin}
        >
          {isBinned ? <IconTrashOff size={15} stroke={1.6} /> : <IconTrash size={15} stroke={1.6} />}
        </ActionIcon>
      </td>
    </tr>
  )
}
