import { useMemo, useState } from 'react'
import type { Replay } from '../../src/api/replay-file.ts'
import type { FormalizedFact } from '../../src/planning/fact.ts'
import { BecauseList } from '../demonstrate/because-list.tsx'
import { litBy, litRanges, rangesOfFact } from '../demonstrate/lit-words.ts'
import { Stage } from '../demonstrate/stage.tsx'
import { useCommandKeys } from '../frame/use-commands.ts'
import { FactReadings, readingsOf } from './fact-readings.tsx'
import { PlayerBar } from './player-bar.tsx'
import styles from './replay-page.module.css'
import { type ReplayStep, replaySteps } from './replay-steps.ts'
import { replayStrings as words } from './strings.ts'
import { usePlayer } from './use-player.ts'
import { useWholeInPrint } from './use-whole-in-print.ts'

/** A run, played again from the file that holds it. */
export function ReplayPage({ replay }: { readonly replay: Replay }) {
  const steps = useMemo(() => replaySteps(replay), [replay])
  const readingOf = useMemo(() => readingsOf(replay), [replay])
  const [pointed, setPointed] = useState<FormalizedFact>()
  const [sentence, setSentence] = useState<number>()
  const [facts, setFacts] = useState<readonly number[]>([])
  const player = usePlayer(steps)
  useCommandKeys()
  const isPrinted = useWholeInPrint()
  const last = steps.at(-1)
  const step: ReplayStep | undefined = isPrinted ? last : steps[player.place]
  if (step === undefined) return <Broken />
  const { run, stage } = step
  const isTranslating = stage === 'text' || stage === 'facts'
  const told = litBy(replay.because, sentence ?? step.chosen)
  const lit = facts.length > 0 ? { facts, segments: [] } : told
  const ranges = isTranslating
    ? (pointed === undefined ? step.arrived : [pointed]).flatMap(rangesOfFact)
    : litRanges(run, lit)
  const { model, startedAt = 0 } = run
  return (
    <div className={styles['page']}>
      <main className={styles['main']}>
        <h1 className="only-heard">{words.title(model?.id ?? '')}</h1>
        <Stage
          run={run}
          ranges={ranges}
          litFacts={facts.length > 0 ? [] : told.facts}
          isJudged={stage === 'verdict' || run.plan === undefined}
          hasAnswer={!isTranslating}
          onPointFacts={setFacts}
          onFocusPicture={() => undefined}
        >
          {isTranslating ? (
            <FactReadings run={run} arrived={step.arrived} readingOf={readingOf} onPoint={setPointed} />
          ) : (
            <BecauseList
              because={replay.because}
              chosen={step.chosen}
              shown={step.shown}
              lit={lit}
              onChoose={(place) => {
                const to = steps.findIndex((one) => one.chosen === place)
                if (to >= 0) player.go(to)
              }}
              onPoint={setSentence}
            />
          )}
        </Stage>
      </main>
      <PlayerBar
        player={player}
        steps={steps}
        origin={words.made(new Date(startedAt).toLocaleString(), model?.id ?? '', replay.version)}
      />
    </div>
  )
}

export function Broken() {
  return (
    <main className={styles['broken']}>
      <h1>{words.broken}</h1>
      <p>{words.brokenDetail}</p>
    </main>
  )
}
