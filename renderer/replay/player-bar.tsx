import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext, IconPlayerTrackPrev } from '@tabler/icons-react'
import styles from './player-bar.module.css'
import type { ReplayStep } from './replay-steps.ts'
import { replayStrings as words } from './strings.ts'
import type { Player } from './use-player.ts'

export interface PlayerBarProps {
  readonly player: Player
  readonly steps: readonly ReplayStep[]
  /** When, by what, with which version. */
  readonly origin: string
}

/** Plays, pauses and steps; all of it has a key. */
export function PlayerBar({ origin, player, steps }: PlayerBarProps) {
  const { go, isPlaying, place, toggle } = player
  const last = steps.length - 1
  const stage = words.stages[steps[place]?.stage ?? 'verdict']
  const label = isPlaying ? words.pause : place === last ? words.again : words.play
  const Sign = isPlaying ? IconPlayerPause : IconPlayerPlay
  return (
    <footer className={styles['bar']}>
      <button type="button" aria-label={words.previous} disabled={place === 0} onClick={() => go(place - 1)}>
        <IconPlayerTrackPrev size={16} stroke={1.6} aria-hidden />
      </button>
      <button type="button" className={styles['play']} onClick={toggle}>
        <Sign size={16} stroke={1.6} aria-hidden />
        {label}
      </button>
      <button type="button" aria-label={words.next} disabled={place === last} onClick={() => go(place + 1)}>
        <IconPlayerTrackNext size={16} stroke={1.6} aria-hidden />
      </button>
      <input
        type="range"
        aria-label={words.position}
        aria-valuetext={`${words.of(place + 1, steps.length)}: ${stage}`}
        min={0}
        max={last}
        value={place}
        onChange={(event) => go(Number(event.currentTarget.value))}
      />
      <span className={styles['stage']} role="status">
        {stage}
      </span>
      <span className={styles['origin']}>{origin}</span>
    </footer>
  )
}
