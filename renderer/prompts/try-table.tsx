import type { PromptCase } from '../../src/api/prompts-contract.ts'
import { formatMs } from '../comparison/format.ts'
import { writeRoute } from '../frame/route.ts'
import { outcomeSigns } from '../run/outcome.ts'
import { promptStrings } from './strings.ts'
import { changeOf, outcomeOfSide, type TryChange, type TrySide } from './try-cases.ts'
import type { TryRow } from './try-session.ts'
import styles from './try-table.module.css'

const words = promptStrings.try

export interface TryTableRow extends TryRow {
  /** Its turn has not come. */
  readonly isQueued: boolean
}

export interface TryTableProps {
  readonly rows: readonly TryTableRow[]
  readonly versions: { readonly version: number; readonly against: number | undefined }
  /** Problems that are not to be run, by their ids. */
  readonly left: ReadonlySet<string>
  readonly onLeave: (ids: readonly string[], isLeft: boolean) => void
  readonly isRunning: boolean
}

/** A line a problem: what is known before, how it went with the one version and with the other. */
export function TryTable({ isRunning, left, onLeave, rows, versions }: TryTableProps) {
  const { against, version } = versions
  const ids = rows.map(({ problem }) => problem.id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to
    <section className={styles['scroll']} aria-label={promptStrings.tabs.try} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['pick']}>
              <input
                type="checkbox"
                aria-label={words.all}
                disabled={isRunning}
                checked={ids.every((id) => !left.has(id))}
                onChange={(event) => onLeave(ids, !event.currentTarget.checked)}
              />
            </th>
            <th scope="col">{words.columns.problem}</th>
            <th scope="col">{words.columns.effect}</th>
            {against !== undefined && <th scope="col">{words.version(against)}</th>}
            <th scope="col">{words.version(version)}</th>
            {against !== undefined && <th scope="col">{words.columns.change}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.problem.id} data-left={left.has(row.problem.id)}>
              <td className={styles['pick']}>
                <input
                  type="checkbox"
                  aria-label={words.one(row.problem.title)}
                  disabled={isRunning}
                  checked={!left.has(row.problem.id)}
                  onChange={(event) => onLeave([row.problem.id], !event.currentTarget.checked)}
                />
              </td>
              <th scope="row" className={styles['problem']} title={row.problem.text}>
                {row.problem.title}
              </th>
              <td>{row.known !== undefined && <Effect effect={row.known.effect} />}</td>
              {against !== undefined && (
                <td>
                  <Side row={row} side={row.before} version={against} earlier={row.known?.before} />
                </td>
              )}
              <td>
                <Side row={row} side={row.after} version={version} earlier={undefined} />
              </td>
              {against !== undefined && (
                <td>
                  <Change change={changeOf(row.before, row.after)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const effectSigns = { differs: '≠', unknown: '?', same: '=' } as const

function Effect({ effect }: { readonly effect: PromptCase['effect'] }) {
  return (
    <span className={styles['effect']} data-effect={effect} title={words.effectHint[effect]}>
      <span aria-hidden="true">{effectSigns[effect]}</span>{' '}
      <span className={styles['meaning']}>{words.effect[effect]}</span>
    </span>
  )
}

function Side(props: {
  readonly row: TryTableRow
  readonly side: TrySide | undefined
  readonly version: number
  /** A run of before, while it is not read. */
  readonly earlier: PromptCase['before']
}) {
  const { earlier, row, side, version } = props
  if (side === undefined && earlier === undefined) {
    return <span className={styles['none']}>– {row.isQueued ? words.waiting : words.notRun}</span>
  }
  const runId = side?.runId ?? earlier?.runId
  const outcome =
    side === undefined
      ? {
          kind: earlier?.isGood === true ? ('valid' as const) : ('invalid' as const),
          word: earlier?.isGood === true ? words.wasGood : words.wasNot,
          detail: '',
        }
      : outcomeOfSide(side)
  const totalMs = side?.run.end?.timings.totalMs
  const said = (
    <>
      <span className={styles['sign']} data-outcome={outcome.kind} aria-hidden="true">
        {outcomeSigns[outcome.kind]}
      </span>{' '}
      <span className={styles['word']} data-outcome={outcome.kind}>
        {outcome.word}
      </span>{' '}
      {totalMs !== undefined && <span className={styles['time']}>{formatMs(totalMs)}</span>}
    </>
  )
  if (runId === undefined) return <span title={outcome.detail}>{said}</span>
  return (
    <a
      className={styles['run']}
      href={writeRoute({ screen: 'run', path: [runId] })}
      title={[outcome.detail, side?.run.plainText].filter(Boolean).join('\n')}
      aria-label={`${words.open(row.problem.title, version)}: ${outcome.word}`}
    >
      {said}
    </a>
  )
}

const changeSigns: Readonly<Record<TryChange, string>> = {
  better: '↑',
  worse: '↓',
  same: '=',
  otherPlan: '≠',
  otherWay: '≠',
}

function Change({ change }: { readonly change: TryChange | undefined }) {
  if (change === undefined) return null
  return (
    <span className={styles['change']} data-change={change}>
      <span aria-hidden="true">{changeSigns[change]}</span> {words.change[change]}
    </span>
  )
}
